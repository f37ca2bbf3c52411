package cn.qiaotong.job;

import java.util.List;

/** A spreadsheet that could be read, sheet by sheet in the order of its tabs. */
public record Tabs(List<Tab> all) implements SpreadsheetRead {

    public Tabs {
        all = List.copyOf(all);
    }
}
