package cn.qiaotong.portal;

import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.ListColumn;
import cn.qiaotong.form.ListRow;
import cn.qiaotong.job.Cell;
import cn.qiaotong.job.Line;
import cn.qiaotong.job.Tab;
import cn.qiaotong.job.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rows of a spreadsheet as somebody would have typed them into a list: choices by the texts they are offered under, in
 * any language, everything else as it stands. What is wrong with them the form says, not this.
 */
record SheetRows(List<ListRow> rows, Map<String, String> places) {

    static SheetRows of(Tabs tabs, List<List<ListColumn>> languages, Set<String> yes, Set<String> no, int most) {
        var known = SheetHeads.known(languages);
        for (var tab : tabs.all()) {
            var heads = SheetHeads.in(tab, known);
            if (heads.isPresent()) {
                var missing = heads.get().missing(languages.get(0));
                refuse(!missing.isEmpty(), "missing", String.join(", ", missing));
                return of(tab, heads.get(), new Reader(languages, SheetHeads.plain(yes), SheetHeads.plain(no)), most);
            }
        }
        throw new Misfit("headings");
    }

    private static SheetRows of(Tab tab, SheetHeads heads, Reader reader, int most) {
        var rows = tab.lines().stream()
                .filter(line -> line.number() > heads.last())
                .filter(line -> heads.columns().values().stream()
                        .anyMatch(column -> !line.cell(column).blank()))
                .map(line -> reader.row(line, heads))
                .toList();
        refuse(rows.isEmpty(), "empty");
        refuse(rows.size() > most, "many", rows.size(), most);
        var places = new LinkedHashMap<String, String>();
        heads.columns().forEach((key, column) -> places.put(key, Line.column(column)));
        return new SheetRows(rows, places);
    }

    private static void refuse(boolean wrong, String code, Object... arguments) {
        if (wrong) {
            throw new Misfit(code, arguments);
        }
    }

    /** Reads cells the way their fields are answered. */
    private record Reader(List<List<ListColumn>> languages, Set<String> yes, Set<String> no) {

        ListRow row(Line line, SheetHeads heads) {
            var texts = new LinkedHashMap<String, List<String>>();
            for (var column : languages.get(0)) {
                var index = heads.columns().get(column.key());
                if (index != null && !line.cell(index).blank()) {
                    texts.put(column.key(), texts(column, line.cell(index)));
                }
            }
            return new ListRow(line.number(), texts);
        }

        private List<String> texts(ListColumn column, Cell cell) {
            if (column.field().type() == FieldType.CHECKBOX) {
                return List.of(ticked(cell));
            }
            if (column.several()) {
                return Stream.of(cell.text().split("[;\\n,\\u3001\\uFF0C\\uFF1B]"))
                        .filter(each -> !each.isBlank())
                        .map(each -> value(column, each.strip()))
                        .toList();
            }
            return List.of(column.options().isEmpty() ? cell.text() : value(column, cell.text()));
        }

        private String ticked(Cell cell) {
            var plain = SheetHeads.plain(cell.text());
            return yes.contains(plain) || no.contains(plain) ? String.valueOf(yes.contains(plain)) : cell.text();
        }

        private String value(ListColumn column, String text) {
            var plain = SheetHeads.plain(text);
            return languages.stream()
                    .flatMap(List::stream)
                    .filter(each -> each.key().equals(column.key()))
                    .flatMap(each -> each.options().stream())
                    .filter(option -> SheetHeads.plain(option.label()).equals(plain)
                            || SheetHeads.plain(option.value()).equals(plain))
                    .map(cn.qiaotong.form.Field.Option::value)
                    .findFirst()
                    .orElse(text);
        }
    }

    /** A spreadsheet that does not hold the list it was given for; the code is the end of a message key. */
    static final class Misfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final transient Object[] arguments;

        Misfit(String code, Object... arguments) {
            super(code, null, false, false);
            this.code = code;
            this.arguments = arguments;
        }

        String code() {
            return code;
        }

        Object[] arguments() {
            return arguments;
        }
    }
}
