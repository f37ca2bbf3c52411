package cn.qiaotong.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure counts of the waits; the same predicate counts them and lists them. */
public enum Measure {
    OPEN("w.closed_at is null"),
    OVERDUE("w.closed_at is null and w.due_sort <= :now"),
    FINISHED("w.completed and w.closed_at >= :from and w.closed_at < :until");

    private final String predicate;

    Measure(String predicate) {
        this.predicate = predicate;
    }

    /** The word that stands for it in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }

    String predicate() {
        return predicate;
    }
}
