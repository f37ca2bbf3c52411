package cn.qiaotong.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every calendar, alone and together, works and rests as {@code days.txt} says, and counts an instant as {@code instants.txt}. */
class DaysTests {

    static Stream<String[]> days() {
        return TableRows.of("days.txt");
    }

    static Stream<String[]> instants() {
        return TableRows.of("instants.txt");
    }

    @ParameterizedTest(name = "{0} {1} {2}, {3}")
    @MethodSource("days")
    void worksOrRestsAsTheTableSays(String calendar, String day, String expected, String why) {
        assertThat(CalendarFixture.named(calendar).isWorkingDay(LocalDate.parse(day)) ? "work" : "off")
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} {2}, {3}")
    @MethodSource("instants")
    void countsAnInstantAsTheTableSays(String calendar, String instant, String expected, String why) {
        var before = TimeZone.getDefault();
        try {
            for (var zone : new String[] {"UTC", "Asia/Shanghai", "Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                check(CalendarFixture.named(calendar), Instant.parse(instant), expected);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theTablesAreLongAndHaveNoRowTwice() {
        assertThat(Stream.concat(days(), instants()).map(cells -> cells[0] + cells[1]))
                .hasSizeGreaterThan(290)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"CN, 248", "HK, 247", "MO, 241", "CN+HK, 236", "CN+MO, 231", "CN+HK+MO, 230"})
    void hasTheComputedTotalOf2026(String calendar, int total) {
        assertThat(CalendarFixture.shipped(calendar)
                        .workingDaysBetween(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(total);
    }

    @Test
    void withoutAClosingTimeADayLastsUntilMidnight() {
        var open = CalendarFixture.alwaysOpen("CN");

        assertThat(open.dayOf(Instant.parse("2026-03-11T15:59:59.999999999Z"))).isEqualTo("2026-03-11");
        assertThat(open.dayOf(Instant.parse("2026-03-11T16:00:00Z"))).isEqualTo("2026-03-12");
        assertThat(open.dayOf(Instant.parse("2026-03-14T02:00:00Z"))).isEqualTo("2026-03-16");
    }

    private static void check(WorkingCalendar calendar, Instant instant, String expected) {
        if (expected.startsWith("missing ")) {
            assertThatThrownBy(() -> calendar.dayOf(instant))
                    .isInstanceOfSatisfying(CalendarMissing.class, missing -> assertThat(missing.year())
                            .isEqualTo(Integer.parseInt(expected.substring(8))));
        } else {
            assertThat(calendar.dayOf(instant)).isEqualTo(expected);
        }
    }
}
