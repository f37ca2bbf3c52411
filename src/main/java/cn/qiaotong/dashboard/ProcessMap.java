package cn.qiaotong.dashboard;

import java.util.List;

/**
 * The table beside a service's drawing: every element of the drawing with its figures, then steps of earlier versions that
 * are not drawn any more, and the sums of all.
 */
record ProcessMap(String key, String title, List<Line> drawn, List<Line> earlier, Line sums) {}
