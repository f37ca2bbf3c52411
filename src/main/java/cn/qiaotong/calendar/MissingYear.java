package cn.qiaotong.calendar;

/** A year that a calendar will soon need and does not have. */
public record MissingYear(String calendar, int year) {}
