package cn.qiaotong.job;

import java.util.List;

/** A row of a sheet that is not blank, with the number under which a person finds it. */
public record Line(int number, List<Cell> cells) {

    public Line {
        cells = List.copyOf(cells);
    }

    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    /** The name of a column as spreadsheets show it: A, B, …, Z, AA. */
    public static String column(int index) {
        var last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : column(index / 26 - 1) + last;
    }
}
