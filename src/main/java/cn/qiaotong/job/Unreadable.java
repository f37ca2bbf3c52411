package cn.qiaotong.job;

/** Why nothing was read from a file; the sheet and the cell that say so, both empty where the whole file does. */
public record Unreadable(Reason reason, String tab, String cell) implements SpreadsheetRead {

    static Unreadable file(Reason reason) {
        return new Unreadable(reason, "", "");
    }

    /** What a person can do something about. */
    public enum Reason {
        EMPTY,
        BIG,
        ROWS,
        KIND,
        OLD,
        MACROS,
        LINKS,
        FORMULA,
        ERROR,
        ROUNDED
    }
}
