package cn.qiaotong.portal;

import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.ListColumn;
import cn.qiaotong.job.Cell;
import cn.qiaotong.job.Table;
import cn.qiaotong.job.Table.Column;
import cn.qiaotong.job.Table.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two sheets of a list's template: the columns to fill in, with the rows that are there already, and what goes into each. */
record SheetTemplate(String name, List<ListColumn> columns, Texts texts) {

    List<Table> tables(List<Map<String, List<String>>> rows) {
        var filled = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> cell(column, row.getOrDefault(column.key(), List.of())))
                        .toList())
                .toList();
        return List.of(
                new Table(name, columns.stream().map(this::column).toList(), filled),
                new Table(
                        texts.text("portal.sheet.notes"),
                        Stream.of("column", "needed", "what")
                                .map(each -> Column.of(texts.text("portal.sheet.notes." + each)))
                                .toList(),
                        columns.stream().map(this::note).toList()));
    }

    private Column column(ListColumn column) {
        return new Column(column.heading(), column.key(), kind(column), choices(column));
    }

    private List<Cell> note(ListColumn column) {
        var needed = column.field().required() ? "form.yes" : "form.no";
        var what = Stream.of(
                        column.hint(),
                        texts.text("portal.sheet.kind." + kindOf(column)),
                        column.several()
                                ? column.options().stream()
                                        .map(option -> option.label())
                                        .collect(Collectors.joining("; "))
                                : String.join("; ", choices(column)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
        return Stream.of(column.heading(), texts.text(needed), what)
                .<Cell>map(Cell.Text::new)
                .toList();
    }

    private List<String> choices(ListColumn column) {
        if (column.field().type() == FieldType.CHECKBOX) {
            return List.of(texts.text("form.yes"), texts.text("form.no"));
        }
        return column.several()
                ? List.of()
                : column.options().stream().map(option -> option.label()).toList();
    }

    private Cell cell(ListColumn column, List<String> typed) {
        var first = typed.stream().findFirst().orElse("");
        if (column.field().type() == FieldType.CHECKBOX) {
            return new Cell.Text(texts.text(first.isEmpty() || first.equals("false") ? "form.no" : "form.yes"));
        }
        return column.options().isEmpty()
                ? typed(column, first)
                : new Cell.Text(
                        typed.stream().map(value -> label(column, value)).collect(Collectors.joining("; ")));
    }

    /** A number or a date as one where it is plainly that, otherwise as it was typed. */
    private static Cell typed(ListColumn column, String text) {
        var kind = kind(column);
        if (kind == Kind.NUMBER && text.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            return new Cell.Figure(new java.math.BigDecimal(text));
        }
        return kind == Kind.DAY && text.matches("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])")
                ? new Cell.Day(java.time.LocalDate.parse(text))
                : new Cell.Text(text);
    }

    private static String label(ListColumn column, String value) {
        return column.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label())
                .findFirst()
                .orElse(value);
    }

    private static Kind kind(ListColumn column) {
        return switch (column.field().type()) {
            case NUMBER -> Kind.NUMBER;
            case DATETIME -> column.withTime() ? Kind.MOMENT : Kind.DAY;
            default -> Kind.TEXT;
        };
    }

    private static String kindOf(ListColumn column) {
        return switch (kind(column)) {
            case NUMBER -> "number";
            case DAY -> "day";
            case MOMENT -> "moment";
            default -> column.several() ? "several" : choosing(column);
        };
    }

    private static String choosing(ListColumn column) {
        return column.options().isEmpty() && column.field().type() != FieldType.CHECKBOX ? "text" : "one";
    }

    /** The texts of the pages in one language. */
    @FunctionalInterface
    interface Texts {

        String text(String key);
    }
}
