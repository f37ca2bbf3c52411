package cn.qiaotong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The answers of a list as a table, beside an earlier version if there is one: rows are told from each other by what they say. */
public record ListTable(List<String> headings, List<Line> lines) {

    /** What became of a row since the earlier version. */
    public enum State {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    static ListTable of(
            Field list,
            Optional<Object> now,
            Optional<Optional<Object>> before,
            Function<Field, String> label,
            BiFunction<Field, Optional<Object>, List<Shown>> shown) {
        var rows = rows(now);
        var pairs = before.map(then -> RowPairs.of(rows(then), rows)).orElseGet(() -> RowPairs.unchanged(rows));
        var fields = Page.inputs(list.children().stream()).stream()
                .filter(field -> pairs.stream().anyMatch(pair -> pair.says(field.key())))
                .toList();
        var lines = pairs.stream()
                .map(pair -> new Line(
                        pair.number(),
                        pair.state(),
                        fields.stream()
                                .map(field -> cell(field, pair, label, shown))
                                .toList()))
                .toList();
        return new ListTable(fields.stream().map(label).toList(), lines);
    }

    private static Cell cell(
            Field field,
            RowPairs.Pair pair,
            Function<Field, String> label,
            BiFunction<Field, Optional<Object>, List<Shown>> shown) {
        var now = pair.now(field.key());
        var before = pair.before(field.key());
        return new Cell(
                label.apply(field),
                shown.apply(field, pair.state() == State.REMOVED ? before : now),
                shown.apply(field, before),
                pair.state() == State.CHANGED && !now.equals(before),
                field.type() == FieldType.NUMBER);
    }

    private static List<Map<?, ?>> rows(Optional<Object> list) {
        var rows = new ArrayList<Map<?, ?>>();
        list.map(List.class::cast)
                .ifPresent(all -> IntStream.range(0, all.size()).forEach(item -> rows.add((Map<?, ?>) all.get(item))));
        return rows;
    }

    /** A row, numbered as it stands now or, when it is gone, as it stood. */
    public record Line(int number, State state, List<Cell> cells) {}

    /** What a row says in one column, and what it said before where that differs. */
    public record Cell(String heading, List<Shown> values, List<Shown> before, boolean changed, boolean figure) {}
}
