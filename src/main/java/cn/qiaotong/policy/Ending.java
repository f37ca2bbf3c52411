package cn.qiaotong.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A row that ends with nothing to follow it. Days left are those until its last day, 0 on that day itself and negative once it
 * has passed: then nothing of that key is in force.
 */
public record Ending(PolicyRow row, LocalDate last, long daysLeft) {

    public boolean ended() {
        return daysLeft < 0;
    }

    /** Those among the rows whose last day is that near to a day, before or after it, the first to end first. */
    static List<Ending> among(Collection<PolicyRow> rows, LocalDate day, int within) {
        return rows.stream()
                .flatMap(row ->
                        row.until().stream().map(last -> new Ending(row, last, ChronoUnit.DAYS.between(day, last))))
                .filter(ending -> Math.abs(ending.daysLeft) <= within)
                .filter(ending -> rows.stream().noneMatch(ending::isFollowedBy))
                .sorted(Comparator.comparing(Ending::last)
                        .thenComparing(ending -> ending.row.service())
                        .thenComparing(ending -> ending.row.key()))
                .toList();
    }

    private boolean isFollowedBy(PolicyRow other) {
        return other.service().equals(row.service())
                && other.key().equals(row.key())
                && other.inForceOn(last.plusDays(1));
    }
}
