/**
 * Sections that modules bring to the pages of a request, so that neither the pages know the modules nor the leaves each
 * other.
 */
@ApplicationModule(allowedDependencies = {"request", "catalog", "form", "identity"})
package cn.qiaotong.section;

import org.springframework.modulith.ApplicationModule;
