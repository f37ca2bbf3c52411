package cn.qiaotong.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A term ends with the last of its days, in Asia/Shanghai, and its use is counted in the time that counts. */
class TermTests {

    private final WorkingCalendar china = CalendarFixture.shipped("CN");

    static Stream<TermRow> rows() {
        return TermRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void endsAsTheTableSays(TermRow row) {
        check(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "+08:00", "-11:00", "+14:00"})
    void endsTheSameWhereverTheMachineIs(String zone) {
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC".equals(zone) ? zone : "GMT" + zone));
            TermRow.all().forEach(TermTests::check);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theTableHasMoreThanTwoHundredRows() {
        assertThat(TermRow.all()).hasSizeGreaterThan(200);
    }

    @Test
    void readsAndWritesItsText() {
        for (var text : List.of("1 working day", "3 working days", "1 calendar day", "10 calendar days")) {
            assertThat(Term.parse(text).format()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "3 days",
                "0 working days",
                "-1 working days",
                "3 Working days",
                "3  working days",
                "10000 calendar days",
                "3 working days ",
                "1.5 working days"
            })
    void refusesWhatIsNotATerm(String text) {
        assertThatThrownBy(() -> Term.parse(text))
                .hasMessage("'%s' is not a term: write '3 working days' or '10 calendar days'.".formatted(text));
    }

    @Test
    void aDayCountsUnlessTheClockStoodStillAtItsEnd() {
        var fiveDays = Term.parse("5 working days");
        var monday = at("2026-03-09T10:00");

        assertThat(fiveDays.lastDay(monday, List.of(), china)).isEqualTo("2026-03-16");
        assertThat(fiveDays.lastDay(monday, List.of(pause("2026-03-11T10:00", "2026-03-11T11:00")), china))
                .isEqualTo("2026-03-16");
        assertThat(fiveDays.lastDay(monday, List.of(pause("2026-03-11T10:00", "2026-03-17T10:00")), china))
                .isEqualTo("2026-03-20");
        assertThat(fiveDays.lastDay(monday, List.of(pause("2026-03-11T18:00", "2026-03-17T18:00")), china))
                .isEqualTo("2026-03-20");
    }

    @Test
    void overlappingPausesCountOnce() {
        var pauses =
                List.of(pause("2026-03-11T10:00", "2026-03-13T10:00"), pause("2026-03-12T10:00", "2026-03-16T10:00"));
        var merged = List.of(pause("2026-03-11T10:00", "2026-03-16T10:00"));
        var term = Term.parse("5 working days");
        var opened = at("2026-03-09T10:00");

        assertThat(term.after(opened, pauses, china)).isEqualTo(term.after(opened, merged, china));
        assertThat(term.whenUsed(50, opened, pauses, china)).isEqualTo(term.whenUsed(50, opened, merged, china));
    }

    @Test
    void shortPausesEveryDayDoNotStopTheClock() {
        var pauses = Stream.of("2026-03-10", "2026-03-11", "2026-03-12")
                .map(day -> pause(day + "T09:00", day + "T09:01"))
                .toList();

        assertThat(Term.parse("3 working days").lastDay(at("2026-03-09T10:00"), pauses, china))
                .isEqualTo("2026-03-12");
    }

    @Test
    void aPauseInCalendarDaysMovesTheEndByItsDays() {
        assertThat(Term.parse("10 calendar days")
                        .lastDay(at("2026-03-09T10:00"), List.of(pause("2026-03-11T10:00", "2026-03-16T10:00")), china))
                .isEqualTo("2026-03-24");
    }

    @Test
    void useIsCountedInWorkingTime() {
        var term = Term.parse("2 working days");
        var friday = at("2026-03-13T12:00");

        assertThat(term.usedAt(friday, friday, List.of(), china)).isZero();
        assertThat(term.usedAt(at("2026-03-14T00:00"), friday, List.of(), china))
                .isEqualTo(0.2, within(1e-9));
        assertThat(term.usedAt(at("2026-03-16T00:00"), friday, List.of(), china))
                .isEqualTo(0.2, within(1e-9));
        assertThat(term.usedAt(at("2026-03-18T00:00"), friday, List.of(), china))
                .isEqualTo(1.0, within(1e-9));
        assertThat(term.usedAt(at("2026-03-19T00:00"), friday, List.of(), china))
                .isEqualTo(1.4, within(1e-9));
        assertThat(term.whenUsed(20, friday, List.of(), china)).isEqualTo(at("2026-03-14T00:00"));
        assertThat(term.whenUsed(50, friday, List.of(), china)).isEqualTo(at("2026-03-16T18:00"));
        assertThat(term.whenUsed(80, friday, List.of(), china)).isEqualTo(at("2026-03-17T12:00"));
        assertThat(term.whenUsed(100, friday, List.of(), china)).isEqualTo(at("2026-03-18T00:00"));
    }

    @Test
    void nothingIsUsedDuringAPause() {
        var term = Term.parse("2 working days");
        var opened = at("2026-03-09T12:00");
        var pauses = List.of(pause("2026-03-10T12:00", "2026-03-12T12:00"));

        var before = term.usedAt(at("2026-03-10T12:00"), opened, pauses, china);

        assertThat(before).isEqualTo(0.4, within(1e-9));
        assertThat(term.usedAt(at("2026-03-11T20:00"), opened, pauses, china)).isEqualTo(before);
        assertThat(term.usedAt(at("2026-03-12T12:00"), opened, pauses, china)).isEqualTo(before);
        assertThat(term.whenUsed(50, opened, pauses, china)).isEqualTo(at("2026-03-12T18:00"));
    }

    @Test
    void whatIsUsedWhenNPerCentAreUsedIsNPerCent() {
        var pauses =
                List.of(pause("2026-02-27T09:00", "2026-03-04T15:00"), pause("2026-03-10T09:00", "2026-03-10T11:00"));
        for (var text : List.of("1 working day", "3 working days", "20 working days", "10 calendar days")) {
            var term = Term.parse(text);
            var opened = at("2026-02-13T16:59");
            for (int percent = 1; percent < 100; percent++) {
                var then = term.whenUsed(percent, opened, pauses, china);
                assertThat(term.usedAt(then, opened, pauses, china)).isEqualTo(percent / 100.0, within(1e-6));
            }
        }
    }

    @Test
    void filingLaterNeverEndsSooner() {
        var term = Term.parse("3 working days");
        var before = Instant.MIN;
        for (var start = at("2026-01-01T00:00");
                start.isBefore(at("2026-12-20T00:00"));
                start = start.plusSeconds(1800)) {
            var due = term.after(start, china);
            assertThat(due).isAfterOrEqualTo(before);
            before = due;
        }
    }

    @Test
    void refusesAPauseThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> pause("2026-03-11T10:00", "2026-03-11T09:00"))
                .hasMessage("A pause cannot end at 2026-03-11T01:00:00Z, before it began at 2026-03-11T02:00:00Z.");
    }

    private static void check(TermRow row) {
        if (row.lastDay().startsWith("missing ")) {
            assertThatThrownBy(() -> row.term().after(row.start(), row.loaded()))
                    .isInstanceOf(CalendarMissing.class)
                    .hasMessageMatching(
                            "The calendar (%s) has no year %s: an administrator loads it once it is published."
                                    .formatted(
                                            row.calendar().replace('+', '|'),
                                            row.lastDay().substring(8)));
        } else {
            var firstTooLate = LocalDate.parse(row.lastDay())
                    .plusDays(1)
                    .atStartOfDay(WorkingCalendar.ZONE)
                    .toInstant();
            assertThat(row.term().after(row.start(), row.loaded()))
                    .as(row.why())
                    .isEqualTo(firstTooLate);
        }
    }

    private static Pause pause(String from, String until) {
        return new Pause(at(from), at(until));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
