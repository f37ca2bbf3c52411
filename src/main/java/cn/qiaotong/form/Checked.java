package cn.qiaotong.form;

/** What came of checking what was typed: answers, or what is wrong. */
public sealed interface Checked permits Valid, Invalid {}
