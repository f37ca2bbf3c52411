/**
 * The shell around every page: the address of this desk, layout, languages, refusals and faults, menu entries and their badges. Modules above bring
 * pages; this one brings what all pages share and knows none of them.
 */
@ApplicationModule(allowedDependencies = {"identity"})
package cn.qiaotong.web;

import org.springframework.modulith.ApplicationModule;
