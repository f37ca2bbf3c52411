package cn.qiaotong.job;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes separated values that no program takes for formulas: what begins like one gets an apostrophe in front. */
public final class CsvWriter {

    static final Pattern DANGEROUS =
            Pattern.compile("\\A'*([\\s\\x00]*[=+@\\uFF0B\\uFF0D\\uFF1D\\uFF20-]|[\\t\\r\\n\\x00])");

    private CsvWriter() {}

    /** With the mark that makes spreadsheet programs read it as UTF-8. */
    public static String write(Table table) {
        var head = table.columns().stream()
                .<Cell>map(column -> new Cell.Text(column.heading()))
                .toList();
        return Stream.concat(Stream.of(head), table.rows().stream())
                .map(CsvWriter::line)
                .collect(Collectors.joining("", "\uFEFF", ""));
    }

    private static String line(List<Cell> cells) {
        return cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Cell cell) {
        if (!(cell instanceof Cell.Text)) {
            return cell.text();
        }
        var text = cell.text().replace("\0", "\uFFFD");
        var inert = DANGEROUS.matcher(cell.text()).find() ? "'" + text : text;
        return inert.matches("(?s).*[\",;\\t\\r\\n].*") ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }
}
