/**
 * A form as data: reads a Camunda Form, shows it, checks what was typed, masks and hides. The same model renders the page and
 * checks the answers, so the two cannot differ.
 */
@ApplicationModule(allowedDependencies = {"decision"})
package cn.qiaotong.form;

import org.springframework.modulith.ApplicationModule;
