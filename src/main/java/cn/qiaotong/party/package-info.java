/**
 * The organisations that a request was handed to: branches that it was referred to, departments that it asks. Whoever is here
 * may read the request, and nobody else outside the district; what a branch answered is kept here too. It knows nothing of what
 * a request says.
 */
@ApplicationModule(allowedDependencies = {"process", "identity", "audit"})
package cn.qiaotong.party;

import org.springframework.modulith.ApplicationModule;
