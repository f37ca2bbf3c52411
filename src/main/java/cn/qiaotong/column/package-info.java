/**
 * How values of ours stand in the columns of a table, the same in every module that has tables and in both databases. It
 * knows types of Java only; what a table means is its module's.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.column;

import org.springframework.modulith.ApplicationModule;
