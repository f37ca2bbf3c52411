package cn.qiaotong.calendar;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A year that contradicts itself is refused before it is loaded. */
class CalendarYearTests {

    @Test
    void refusesADayOfAnotherYear() {
        assertThatThrownBy(() -> new CalendarYear("CN", 2027, "test", "", days("2026-12-31"), days()))
                .hasMessage("2026-12-31 is not a day of 2027.");
    }

    @Test
    void refusesADayThatIsOffAndWorked() {
        assertThatThrownBy(() -> new CalendarYear("CN", 2027, "test", "", days("2027-01-01"), days("2027-01-01")))
                .hasMessage("A day of CN 2027 is both off and worked.");
    }

    @Test
    void refusesAYearWithoutSource() {
        assertThatThrownBy(() -> new CalendarYear("CN", 2027, " ", "", days(), days()))
                .hasMessage("The year 2027 of CN needs its source.");
    }

    private static TreeSet<LocalDate> days(String... days) {
        return new TreeSet<>(Arrays.stream(days).map(LocalDate::parse).toList());
    }
}
