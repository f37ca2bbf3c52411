package cn.qiaotong.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shipped years are added where they are absent, loaded ones stay, and a missing year is announced in time. */
class WorkingCalendarsTests {

    private static final SortedSet<LocalDate> NONE = new TreeSet<>();

    @ParameterizedTest
    @EnumSource(Database.class)
    void startsWithTheShippedYears(Database database) {
        var calendars = CalendarFixture.calendars(database.migrated());

        for (var code : List.of("CN", "HK", "MO")) {
            var loaded = calendars.of(code);
            var shipped = CalendarFixture.shipped(code);
            LocalDate.of(2026, 1, 1)
                    .datesUntil(LocalDate.of(2027, 1, 1))
                    .forEach(day -> assertThat(loaded.isWorkingDay(day)).isEqualTo(shipped.isWorkingDay(day)));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void neverOverwritesALoadedYear(Database database) {
        var source = database.migrated();
        JdbcClient.create(source)
                .sql("insert into calendar_year (calendar, in_year, source, note) values ('CN', 2026, 'ours', '')")
                .update();

        var calendars = CalendarFixture.calendars(source);

        assertThat(calendars.of("CN").isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(calendars.add(new CalendarYear("CN", 2026, "again", "", NONE, NONE)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void startingTwiceChangesNothing(Database database) {
        var source = database.migrated();
        CalendarFixture.calendars(source);
        CalendarFixture.calendars(source);

        assertThat(JdbcClient.create(source)
                        .sql("select count(*) from calendar_year")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void oneOfManyNodesAddsAYear(Database database) throws Exception {
        var calendars = CalendarFixture.calendars(database.migrated());
        var year = new CalendarYear("CN", 2027, "test", "", new TreeSet<>(List.of(LocalDate.of(2027, 1, 1))), NONE);
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> add = () -> calendars.add(year);
            var added = 0;
            for (Future<Boolean> result : pool.invokeAll(Collections.nCopies(8, add))) {
                added += result.get() ? 1 : 0;
            }
            assertThat(added).isOne();
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void announcesTheNextYearSixtyDaysAhead(Database database) {
        var calendars = CalendarFixture.calendars(database.migrated());

        assertThat(calendars.expiring(LocalDate.of(2026, 11, 1))).isEmpty();
        assertThat(calendars.expiring(LocalDate.of(2026, 11, 2)))
                .containsExactly(new MissingYear("CN", 2027), new MissingYear("HK", 2027), new MissingYear("MO", 2027));
        calendars.add(new CalendarYear("HK", 2027, "test", "", NONE, NONE));
        assertThat(calendars.expiring(LocalDate.of(2026, 12, 31)))
                .containsExactly(new MissingYear("CN", 2027), new MissingYear("MO", 2027));
        assertThat(calendars.expiring(LocalDate.of(2027, 1, 1)))
                .containsExactly(new MissingYear("CN", 2027), new MissingYear("MO", 2027));
    }

    @Test
    void announcingKeepsNoConnection() {
        var source = (HikariDataSource) Database.H2.migrated();
        var calendars = CalendarFixture.calendars(source);

        calendars.expiring(LocalDate.of(2026, 11, 2));

        assertThat(source.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aDayCanBeDeclaredOff(Database database) {
        var calendars = CalendarFixture.calendars(database.migrated());
        var typhoon = LocalDate.of(2026, 9, 20);

        calendars.declareOff("CN", typhoon);
        calendars.declareOff("CN", typhoon);

        assertThat(calendars.of("CN").isWorkingDay(typhoon)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aCalendarNobodyLoadedIsRefusedWhenAsked(Database database) {
        var unknown = CalendarFixture.calendars(database.migrated()).of("TW");

        assertThatThrownBy(() -> unknown.isWorkingDay(LocalDate.of(2026, 3, 2))).isInstanceOf(CalendarMissing.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void severalPlacesWorkWhereAllOfThemDo(Database database) {
        var calendars = CalendarFixture.calendars(database.migrated());

        assertThat(calendars.of("CN+HK+MO").workingDaysBetween(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(230);
        calendars.declareOff("HK", LocalDate.of(2026, 3, 9));
        assertThat(calendars.of("CN+MO").isWorkingDay(LocalDate.of(2026, 3, 9))).isTrue();
        assertThat(calendars.of("HK+CN").isWorkingDay(LocalDate.of(2026, 3, 9))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void severalPlacesAreRefusedWhereOneLacksTheYear(Database database) {
        var calendars = CalendarFixture.calendars(database.migrated());
        calendars.add(new CalendarYear("CN", 2027, "test", "", new TreeSet<>(List.of(LocalDate.of(2027, 1, 1))), NONE));

        for (var day : List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4))) {
            assertThatThrownBy(() -> calendars.of("CN+HK").isWorkingDay(day))
                    .hasMessage("The calendar HK has no year 2027: an administrator loads it once it is published.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CN+", "+CN", "cn", "CN HK", "CN,HK", "CHN"})
    void refusesWhatIsNoCalendar(String code) {
        var calendars = CalendarFixture.calendars(Database.H2.migrated());

        assertThatThrownBy(() -> calendars.of(code))
                .hasMessage("'%s' is not a calendar: write a place or several, such as CN or CN+HK.".formatted(code));
    }
}
