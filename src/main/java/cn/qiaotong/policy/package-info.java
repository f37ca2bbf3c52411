/**
 * Dated policy data: values, lists, organisations and statuses, each row with its source or the mark DEMO. What was in
 * force on a day can always be asked again; a wrong row is superseded, never edited.
 */
@ApplicationModule(allowedDependencies = {"audit"})
package cn.qiaotong.policy;

import org.springframework.modulith.ApplicationModule;
