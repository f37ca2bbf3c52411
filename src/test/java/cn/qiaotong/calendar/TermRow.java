package cn.qiaotong.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.stream.Stream;

/** One row of {@code calendar/terms.txt}: an instant, a term, and the last day it must give. */
record TermRow(String calendar, Instant start, Term term, String lastDay, String why) {

    static Stream<TermRow> all() {
        return TableRows.of("terms.txt").map(TermRow::of);
    }

    private static TermRow of(String... cells) {
        var start = LocalDateTime.parse(cells[1].replace(' ', 'T'))
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
        return new TermRow(cells[0], start, Term.parse(cells[2]), cells[3], cells[4]);
    }

    WorkingCalendar loaded() {
        return CalendarFixture.named(calendar);
    }
}
