package cn.qiaotong.policy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The policy in force on one day, or as a request froze it: one row per key, a service's own before a shared one. */
public final class PolicyValues {

    private static final Set<String> DECISIVE = Set.of("value", "list", "status");

    private static final Set<String> BASES = Set.of("value", "list", "status", "budget", "product");

    /** The row that says when the desk closes: like a term, a promise and no ground of an outcome. */
    static final String CLOSING_TIME = "closing_time";

    private final LocalDate day;
    private final Map<String, PolicyRow> rows = new TreeMap<>();

    PolicyValues(LocalDate day, Collection<PolicyRow> inForce) {
        this.day = day;
        inForce.stream()
                .sorted(Comparator.comparing(row -> !row.service().equals(Policies.SHARED)))
                .forEach(row -> rows.put(row.key(), row));
    }

    public Optional<PolicyRow> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    public Optional<PolicyRow> row(UUID id) {
        return rows.values().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** The row of that key, or {@link PolicyMissing}. */
    public PolicyRow required(String key) {
        return row(key).orElseThrow(() -> new PolicyMissing(key, day));
    }

    public List<PolicyRow> list(String kind) {
        return rows.values().stream().filter(row -> row.kind().equals(kind)).toList();
    }

    /** When the desk closes: what arrives from then on counts as of the next working day. */
    public Optional<LocalTime> closingTime() {
        return row(CLOSING_TIME).map(row -> LocalTime.parse(row.value().toString()));
    }

    /** What a decision may ask for: values, lists and statuses by key. */
    public Map<String, Object> context() {
        return rows.values().stream()
                .filter(row -> DECISIVE.contains(row.kind()))
                .collect(Collectors.toUnmodifiableMap(PolicyRow::key, PolicyRow::value));
    }

    public Set<UUID> rowIds() {
        return rows.values().stream().map(PolicyRow::id).collect(Collectors.toUnmodifiableSet());
    }

    public LocalDate day() {
        return day;
    }

    /** Whether any row that an outcome or an amount can rest on, shared ones included, is a demo value; a promised time is not. */
    public boolean restsOnDemo() {
        return rows.values().stream()
                .filter(row -> !row.key().equals(CLOSING_TIME))
                .anyMatch(row -> row.demo() && BASES.contains(row.kind()));
    }
}
