package cn.qiaotong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Calendars without a database, and the calendars of one, for tests of whatever counts days. */
public final class CalendarFixture {

    private CalendarFixture() {}

    /** CN, HK or MO of 2026 as shipped, with the cut-off at 17:30. */
    public static WorkingCalendar shipped(String code) {
        var year = ShippedYears.all().stream()
                .filter(shipped -> shipped.calendar().equals(code))
                .findAny()
                .orElseThrow();
        return new WorkingCalendar(code, LocalTime.of(17, 30), Set.of(year.year()), year.off(), year.work());
    }

    /** Calendars over a migrated database, with the shipped years added. */
    public static WorkingCalendars calendars(DataSource source) {
        var calendars =
                new WorkingCalendars(JdbcClient.create(source), new DataSourceTransactionManager(source), "17:30");
        calendars.afterPropertiesSet();
        return calendars;
    }

    static WorkingCalendar leapYear() {
        return new WorkingCalendar(
                "LEAP",
                LocalTime.of(17, 30),
                Set.of(2028),
                Set.of(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1)),
                Set.of(LocalDate.of(2028, 2, 26)));
    }
}
