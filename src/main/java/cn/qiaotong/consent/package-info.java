/**
 * The consents that are given with requests: each for one purpose and one recipient, in the words and the language that were
 * read, taken back at any time. Whoever is named in a request beside the applicant consents on a paper of their own, which is
 * kept with the words.
 */
@ApplicationModule(allowedDependencies = {"process", "identity"})
package cn.qiaotong.consent;

import org.springframework.modulith.ApplicationModule;
