package cn.qiaotong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Calendars without a database, and the calendars of one, for tests of whatever counts days. */
public final class CalendarFixture {

    private CalendarFixture() {}

    /** The shipped 2026 of CN, HK, MO or of several, {@code CN+HK}, closing at 17:30. */
    public static WorkingCalendar shipped(String code) {
        return alwaysOpen(code).closingAt(LocalTime.of(17, 30));
    }

    static WorkingCalendar alwaysOpen(String code) {
        return new WorkingCalendar(
                Stream.of(code.split("\\+")).map(CalendarFixture::place).toList());
    }

    private static PlaceDays place(String code) {
        return ShippedYears.all().stream()
                .filter(shipped -> shipped.calendar().equals(code))
                .map(year -> new PlaceDays(code, Set.of(year.year()), year.off(), year.work()))
                .findAny()
                .orElseThrow();
    }

    private static WorkingCalendar closing(List<PlaceDays> places) {
        return new WorkingCalendar(places).closingAt(LocalTime.of(17, 30));
    }

    /** Calendars over a migrated database, with the shipped years added. */
    public static WorkingCalendars calendars(DataSource source) {
        var calendars = new WorkingCalendars(JdbcClient.create(source), new DataSourceTransactionManager(source));
        calendars.afterPropertiesSet();
        return calendars;
    }

    /** A leap year made up for tests: 28 February and 1 March off, Saturday 26 February worked. */
    static WorkingCalendar leapYear() {
        return closing(List.of(new PlaceDays(
                "LEAP",
                Set.of(2028),
                Set.of(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1)),
                Set.of(LocalDate.of(2028, 2, 26)))));
    }

    /** Plain weeks of the years in which the clocks of the Mainland were changed, made up for tests. */
    static WorkingCalendar summerTimeYears() {
        return closing(List.of(new PlaceDays(
                "SUMMER", IntStream.rangeClosed(1985, 1992).boxed().collect(Collectors.toSet()), Set.of(), Set.of())));
    }

    /** Two years made up for tests whose turn is a holiday with a make-up day on either side. */
    static WorkingCalendar yearEnd() {
        return closing(List.of(new PlaceDays(
                "TURN",
                Set.of(2030, 2031),
                Set.of(LocalDate.of(2030, 12, 31), LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 2)),
                Set.of(LocalDate.of(2030, 12, 28), LocalDate.of(2031, 1, 5)))));
    }

    static WorkingCalendar named(String code) {
        return switch (code) {
            case "LEAP" -> leapYear();
            case "SUMMER" -> summerTimeYears();
            case "TURN" -> yearEnd();
            default -> shipped(code);
        };
    }
}
