package cn.qiaotong.job;

import java.util.List;

/** What is to be written as one sheet: headed columns and the rows below them. */
public record Table(String name, List<Column> columns, List<List<Cell>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column: its heading, the key a program knows it by or nothing, what goes into it, and the texts to choose from. */
    public record Column(String heading, String key, Kind kind, List<String> choices) {

        public Column {
            choices = List.copyOf(choices);
        }

        public static Column of(String heading) {
            return new Column(heading, "", Kind.TEXT, List.of());
        }
    }

    /** The kinds of column, each with the format of its cells; a text's keeps it a text when somebody edits it. */
    public enum Kind {
        TEXT("@"),
        NUMBER("#,##0.##########"),
        DAY("yyyy-mm-dd"),
        MOMENT("yyyy-mm-dd hh:mm");

        private final String format;

        Kind(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }
}
