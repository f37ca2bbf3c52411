package cn.qiaotong.portal;

import cn.qiaotong.form.ListColumn;
import cn.qiaotong.job.Line;
import cn.qiaotong.job.Tab;
import cn.qiaotong.portal.SheetRows.Misfit;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the headings of a list in a sheet, in whichever language they are, or the keys that a template hides above them:
 * which column holds which field, and after which row the values begin.
 */
record SheetHeads(Map<String, Integer> columns, int last) {

    private static final int ROWS_LOOKED_AT = 20;

    /** By the plain form of a heading, the key of its field. */
    static Map<String, String> known(List<List<ListColumn>> languages) {
        var known = new LinkedHashMap<String, String>();
        languages.stream().flatMap(List::stream).forEach(column -> {
            known.putIfAbsent(plain(column.heading()), column.key());
            known.putIfAbsent(plain(column.key()), column.key());
        });
        return known;
    }

    /** The row that names the most fields, and below a row of keys the headings it stands for. */
    static Optional<SheetHeads> in(Tab tab, Map<String, String> known) {
        var lines = tab.lines().stream().limit(ROWS_LOOKED_AT).toList();
        var found = new ArrayList<SheetHeads>();
        for (var line : lines) {
            var heads = of(line, known);
            if (!heads.columns.isEmpty() && (found.isEmpty() || heads.columns.equals(found.get(0).columns))) {
                found.add(heads);
            } else if (heads.columns.size()
                    > (found.isEmpty() ? 0 : found.get(0).columns.size())) {
                found.clear();
                found.add(heads);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    private static SheetHeads of(Line line, Map<String, String> known) {
        var columns = new LinkedHashMap<String, Integer>();
        for (var index = 0; index < line.cells().size(); index++) {
            var key = known.get(plain(line.cell(index).text()));
            if (key != null && columns.putIfAbsent(key, index) != null) {
                throw new Misfit("twice", line.cell(index).text());
            }
        }
        return new SheetHeads(columns, line.number());
    }

    /** The headings of the columns that must be filled in and are not there. */
    List<String> missing(List<ListColumn> all) {
        return all.stream()
                .filter(column -> column.field().required() && !columns.containsKey(column.key()))
                .map(ListColumn::heading)
                .toList();
    }

    /** A text as it is compared: without spaces, marks and the difference of full and half width. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}*:\\uFEFF]", "")
                .toLowerCase(Locale.ROOT);
    }

    static Set<String> plain(Set<String> texts) {
        return texts.stream().map(SheetHeads::plain).collect(Collectors.toSet());
    }
}
