/**
 * What an applicant prints and takes along: the letters that organisations wrote at steps of a request, once they are checked,
 * and the sheet of the applicant's own answers for a counter outside the platform. It sends nothing and keeps nothing.
 */
@ApplicationModule(allowedDependencies = {"request", "section", "worklist", "catalog", "form", "identity", "web"})
package cn.qiaotong.letter;

import org.springframework.modulith.ApplicationModule;
