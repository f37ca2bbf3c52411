package cn.qiaotong.dashboard;

import java.util.List;

/**
 * The table beside a service's drawing: every element of the drawing with its figures, then steps that stand in another
 * drawing, such as those of objections, steps of earlier versions, the sums of all, and the words of its arrows.
 */
record ProcessMap(
        String key,
        String title,
        List<Line> drawn,
        List<Line> elsewhere,
        List<Line> earlier,
        Line sums,
        List<Way> ways) {

    /** An arrow that says when it is taken, in the page's language. */
    record Way(String id, String name) {}
}
