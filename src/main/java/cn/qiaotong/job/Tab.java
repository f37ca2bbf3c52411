package cn.qiaotong.job;

import java.util.List;

/** One sheet of a spreadsheet as it was read; a file of separated values has one without a name. */
public record Tab(String name, List<Line> lines) {

    public Tab {
        lines = List.copyOf(lines);
    }
}
