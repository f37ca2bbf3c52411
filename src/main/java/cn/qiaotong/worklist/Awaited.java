package cn.qiaotong.worklist;

/** The applicant is waited for from now on. */
public record Awaited(Wait opened) {}
