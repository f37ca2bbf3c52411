package cn.qiaotong.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The shipped year 2026 counts as the published arrangements do. */
class WorkingCalendarTests {

    private static final LocalDate LAST_OF_2025 = LocalDate.of(2025, 12, 31);
    private static final LocalDate LAST_OF_2026 = LocalDate.of(2026, 12, 31);

    private final WorkingCalendar china = CalendarFixture.shipped("CN");
    private final WorkingCalendar hongKong = CalendarFixture.shipped("HK");
    private final WorkingCalendar macao = CalendarFixture.shipped("MO");

    @Test
    void theMainlandWorksWhileHongKongIsShut() {
        assertThat(days(day -> weekday(day) && china.isWorkingDay(day) && !hongKong.isWorkingDay(day)))
                .containsExactlyElementsOf(dates("2026-04-03 2026-04-07 2026-05-25 2026-07-01 2026-10-19 2026-12-25"));
    }

    @Test
    void hongKongWorksWhileTheMainlandIsShut() {
        assertThat(days(day -> hongKong.isWorkingDay(day) && !china.isWorkingDay(day)))
                .containsExactlyElementsOf(
                        dates(
                                "2026-01-02 2026-02-16 2026-02-20 2026-02-23 2026-05-04 2026-05-05 2026-09-25 2026-10-02 2026-10-05 2026-10-06 2026-10-07"));
    }

    @Test
    void sixWeekendDaysAreWorked() {
        assertThat(days(day -> !weekday(day) && china.isWorkingDay(day)))
                .containsExactlyElementsOf(dates("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"));
        assertThat(days(day -> !weekday(day) && (hongKong.isWorkingDay(day) || macao.isWorkingDay(day))))
                .isEmpty();
    }

    @Test
    void addsAsTheExamplesDo() {
        assertThat(china.plus(LocalDate.of(2026, 2, 13), 5)).isEqualTo("2026-02-27");
        assertThat(china.plus(LocalDate.of(2026, 4, 30), 3)).isEqualTo("2026-05-08");
        assertThat(china.plus(LocalDate.of(2026, 9, 18), 5)).isEqualTo("2026-09-24");
        assertThat(china.plus(LocalDate.of(2026, 9, 30), 5)).isEqualTo("2026-10-13");
        assertThat(china.plus(LocalDate.of(2026, 10, 1), 0)).isEqualTo("2026-10-01");
    }

    @Test
    void countsBetweenWhatItAdded() {
        for (var day : days(day -> true).subList(0, 300)) {
            for (int n = 1; n <= 30; n++) {
                assertThat(china.workingDaysBetween(day, china.plus(day, n))).isEqualTo(n);
                assertThat(china.workingDaysBetween(china.plus(day, n), day)).isEqualTo(-n);
            }
        }
    }

    @Test
    void refusesAYearThatIsNotLoaded() {
        assertThatThrownBy(() -> china.plus(LAST_OF_2026, 1))
                .isInstanceOfSatisfying(CalendarMissing.class, missing -> {
                    assertThat(missing.calendar()).isEqualTo("CN");
                    assertThat(missing.year()).isEqualTo(2027);
                })
                .hasMessage("The calendar CN has no year 2027: an administrator loads it once it is published.");
    }

    @Test
    void refusesToCountBackward() {
        assertThatThrownBy(() -> china.plus(LAST_OF_2026, -1))
                .hasMessage("Working days are counted forward, not by -1.");
    }

    private static boolean weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6;
    }

    private static List<LocalDate> days(Predicate<LocalDate> which) {
        return LAST_OF_2025
                .plusDays(1)
                .datesUntil(LAST_OF_2026.plusDays(1))
                .filter(which)
                .toList();
    }

    private static List<LocalDate> dates(String days) {
        return List.of(days.split(" ")).stream().map(LocalDate::parse).toList();
    }
}
