/**
 * The engine, in our own words. The only package that knows {@code org.camunda.bpm.engine}; no type of it appears in a
 * public signature. Models speak a fixed vocabulary and can reach nothing else; the engine holds ids, codes, booleans and
 * dates and never a word that a person wrote.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.process;

import org.springframework.modulith.ApplicationModule;
