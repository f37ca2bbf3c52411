/**
 * The numbers of identity papers and firms, telephone numbers and amounts, as far as a number can be checked by itself: each
 * check has the name by which a form's field asks for it. A right number proves nobody's identity; a format or range that
 * issuers change is asked to be looked at again and never refused.
 *
 * <p>Telephone numbers are libphonenumber's, which follows the numbering plan of every place and is renewed every few weeks.
 * The rest is ours: commons-validator has none of these check characters, stdnum speaks another language, refuses unified
 * codes that begin with a letter and does not tell permits from cards, and each is a few lines that the tests go through
 * character by character.
 */
@ApplicationModule(allowedDependencies = {"form"})
package cn.qiaotong.identifier;

import org.springframework.modulith.ApplicationModule;
