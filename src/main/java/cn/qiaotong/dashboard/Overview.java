package cn.qiaotong.dashboard;

import java.util.List;

/** The figures of one service: a line for each step and organisation, and their sums. */
record Overview(String service, String title, String map, List<Line> lines, Line sums) {}
