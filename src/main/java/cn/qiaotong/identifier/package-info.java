/**
 * The numbers of identity papers, as far as a number can be checked by itself: each check has the name by which a form's
 * field asks for it. A right number proves nobody's identity; a format that issuers change is for the form to expect, not
 * for a check to refuse.
 */
@ApplicationModule(allowedDependencies = {"form"})
package cn.qiaotong.identifier;

import org.springframework.modulith.ApplicationModule;
