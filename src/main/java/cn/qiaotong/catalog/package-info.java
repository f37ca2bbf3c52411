/**
 * The services on offer. Each is a folder of {@code bpmn/}: read, linted and deployed as one unit at start-up; a folder with
 * a mistake stops the start with file, element and fix.
 */
@ApplicationModule(allowedDependencies = {"process", "decision", "form", "policy", "identity", "web"})
package cn.qiaotong.catalog;

import org.springframework.modulith.ApplicationModule;
