package cn.qiaotong.dashboard;

import cn.qiaotong.worklist.FinishedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A month at the desk, as a page's address names it; what cannot be read or is still to come counts as the present one. */
record Month(YearMonth month) {

    private static final int OFFERED = 13;
    private static final YearMonth EARLIEST = YearMonth.of(2000, 1);
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    static Month of(String text, LocalDate today) {
        var present = YearMonth.from(today);
        return new Month(read(text)
                .filter(month -> !month.isBefore(EARLIEST) && !month.isAfter(present))
                .orElse(present));
    }

    public Month before() {
        return new Month(month.minusMonths(1));
    }

    /** Whether this day is one of it, so that it is not over yet. */
    boolean holds(LocalDate day) {
        return month.equals(YearMonth.from(day));
    }

    /** The months that a reader may choose, the latest first: those of a year, and this one. */
    List<Month> choices(LocalDate today) {
        var recent = LongStream.range(0, OFFERED)
                .mapToObj(ago -> YearMonth.from(today).minusMonths(ago));
        return Stream.concat(recent, Stream.of(month))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(Month::new)
                .toList();
    }

    FinishedIn days() {
        return new FinishedIn(month.atDay(1), month.atEndOfMonth());
    }

    Instant from() {
        return month.atDay(1).atStartOfDay(DESK).toInstant();
    }

    Instant until() {
        return month.plusMonths(1).atDay(1).atStartOfDay(DESK).toInstant();
    }

    /** As addresses write it. */
    @Override
    public String toString() {
        return month.toString();
    }

    private static Optional<YearMonth> read(String text) {
        try {
            return Optional.ofNullable(text).map(YearMonth::parse);
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }
}
