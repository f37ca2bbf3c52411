/**
 * Spreadsheets: reads what people fill in elsewhere and writes what they take away. Nothing that is read is ever run, and
 * nothing that is written runs when it is opened: formulas, macros and links are refused on the way in, and every text stays
 * a text on the way out.
 */
@ApplicationModule(allowedDependencies = {})
package cn.qiaotong.job;

import org.springframework.modulith.ApplicationModule;
