package cn.qiaotong.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Checks that every key of a file means one thing at a time: of one kind and type, without overlap, without a gap between. */
record Timelines(String file) {

    void check(List<PolicyRow> rows) throws PolicyInvalid {
        var byKey = new TreeMap<String, List<Numbered>>();
        for (int index = 0; index < rows.size(); index++) {
            var row = new Numbered(index + 1, rows.get(index));
            byKey.computeIfAbsent(row.row.key(), key -> new ArrayList<>()).add(row);
        }
        for (var timeline : byKey.values()) {
            timeline.sort(Comparator.comparing(numbered -> numbered.row.from()));
            for (int index = 1; index < timeline.size(); index++) {
                follow(timeline.get(index - 1), timeline.get(index));
            }
        }
    }

    private void follow(Numbered before, Numbered next) throws PolicyInvalid {
        if (!before.row.kind().equals(next.row.kind())) {
            throw invalid(
                    next,
                    "row %d gives the same key to the kind %s; give one of them another key.",
                    before.number,
                    before.row.kind());
        }
        if (!type(before.row).equals(type(next.row))) {
            throw invalid(
                    next,
                    "its value is %s and that of row %d %s; a key keeps its type.",
                    type(next.row),
                    before.number,
                    type(before.row));
        }
        var until = before.row.until().orElse(LocalDate.MAX);
        if (!until.isBefore(next.row.from())) {
            throw invalid(
                    next,
                    "it overlaps row %d; end that one with 'until: %s' or begin later.",
                    before.number,
                    next.row.from().minusDays(1));
        }
        if (until.plusDays(1).isBefore(next.row.from())) {
            throw invalid(
                    next,
                    "nothing is in force from %s to %s, after row %d; close the gap.",
                    until.plusDays(1),
                    next.row.from().minusDays(1),
                    before.number);
        }
    }

    private PolicyInvalid invalid(Numbered row, String fix, Object... arguments) {
        return new PolicyInvalid(file, "row %d '%s'".formatted(row.number, row.row.key()), fix.formatted(arguments));
    }

    private static String type(PolicyRow row) {
        return switch (row.value().getClass().getSimpleName()) {
            case "BigDecimal" -> "a number";
            case "Boolean" -> "true or false";
            case "LocalDate" -> "a date";
            case "String" -> "a text";
            default -> row.value() instanceof List ? "a list" : "a map";
        };
    }

    private record Numbered(int number, PolicyRow row) {}
}
