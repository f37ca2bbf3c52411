/**
 * Decisions in memory: DMN tables and FEEL conditions over typed values, with the rules that matched, so that an answer can
 * be explained. Knows {@code org.camunda.bpm.dmn} and {@code org.camunda.feel} and nothing else of Camunda; writes nothing.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.decision;

import org.springframework.modulith.ApplicationModule;
