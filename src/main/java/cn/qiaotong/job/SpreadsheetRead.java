package cn.qiaotong.job;

/** What came of opening a file as a spreadsheet. */
public sealed interface SpreadsheetRead permits Tabs, Unreadable {}
