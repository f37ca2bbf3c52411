/**
 * Working time: calendars with make-up workdays, 工作日 and 自然日. A year that no authority has published yet is refused, never
 * guessed.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.calendar;

import org.springframework.modulith.ApplicationModule;
