package cn.qiaotong.form;

import java.util.List;

/** What rows read from elsewhere came to: how many fit, and cell by cell what is wrong with the others. */
public record ListReading(int rows, int good, List<Wrong> wrong) {

    public ListReading {
        wrong = List.copyOf(wrong);
    }

    /** How many rows have something wrong. */
    public int bad() {
        return rows - good;
    }

    /** One cell that does not fit: where it stands there, its heading, what it holds and what is wrong with it. */
    public record Wrong(int row, String place, String heading, String text, ErrorView error) {}
}
