package cn.qiaotong.dashboard;

import cn.qiaotong.worklist.FinishedIn;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The days that a page speaks of, as its address gives them; what cannot be read counts as not given. */
record Period(LocalDate from, LocalDate to) {

    private static final int USUAL_DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    static Period of(String from, String to, LocalDate today) {
        var last = day(to).orElse(today);
        var first = day(from).orElse(last.minusDays(USUAL_DAYS - 1L));
        return first.isAfter(last) ? new Period(last, first) : new Period(first, last);
    }

    FinishedIn finished() {
        return new FinishedIn(from, to);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(LocalDate::parse)
                    .filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
