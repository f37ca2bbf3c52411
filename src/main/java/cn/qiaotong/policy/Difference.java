package cn.qiaotong.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one set of a folder's rows says differently from another, for today and the days to come: the keys of rules, and the
 * first day on which one of them differs. Another wording of a source, or of what is past, is no difference to anybody.
 */
record Difference(Set<String> keys, LocalDate from) {

    static Optional<Difference> between(Collection<PolicyRow> before, Collection<PolicyRow> after, LocalDate today) {
        var days = turningDays(Stream.concat(before.stream(), after.stream()), today);
        var found = new TreeMap<String, LocalDate>();
        Stream.concat(before.stream(), after.stream())
                .filter(row -> Kind.isRule(row.kind()))
                .map(PolicyRow::key)
                .distinct()
                .forEach(key -> days.stream()
                        .filter(day -> !said(before, key, day).equals(said(after, key, day)))
                        .findFirst()
                        .ifPresent(day -> found.put(key, day)));
        return found.values().stream()
                .min(Comparator.naturalOrder())
                .map(first -> new Difference(found.keySet(), first));
    }

    private static TreeSet<LocalDate> turningDays(Stream<PolicyRow> rows, LocalDate today) {
        var days = new TreeSet<>(Set.of(today));
        rows.flatMap(row -> Stream.concat(Stream.of(row.from()), row.until().map(last -> last.plusDays(1)).stream()))
                .filter(day -> day.isAfter(today))
                .forEach(days::add);
        return days;
    }

    private static Optional<Said> said(Collection<PolicyRow> rows, String key, LocalDate day) {
        return rows.stream()
                .filter(row -> row.key().equals(key) && row.inForceOn(day))
                .findFirst()
                .map(row -> new Said(row.value(), row.unit(), row.texts(), row.demo()));
    }

    private record Said(Object value, String unit, Map<String, String> texts, boolean demo) {}
}
