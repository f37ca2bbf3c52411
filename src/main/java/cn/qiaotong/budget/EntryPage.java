package cn.qiaotong.budget;

import java.util.List;

/** The entries behind one number of a line, the latest first, and where the next page begins; no address on the last. */
record EntryPage(LineView line, Figure figure, List<Entry> entries, String next) {}
