package cn.qiaotong.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** One row of {@code calendar/terms.txt}: an instant, a term, and the last day it must give. */
record TermRow(String calendar, Instant start, Term term, String lastDay, String why) {

    static Stream<TermRow> all() {
        try {
            return new ClassPathResource("calendar/terms.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(TermRow::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TermRow of(String... cells) {
        var start = LocalDateTime.parse(cells[1].strip().replace(' ', 'T')).toInstant(ZoneOffset.ofHours(8));
        return new TermRow(cells[0].strip(), start, Term.parse(cells[2].strip()), cells[3].strip(), cells[4].strip());
    }

    WorkingCalendar loaded() {
        return calendar.equals("LEAP") ? CalendarFixture.leapYear() : CalendarFixture.shipped(calendar);
    }
}
