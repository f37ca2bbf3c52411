package cn.qiaotong.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendars on record: CN, HK and MO, year by year. The years that come with the program are added at start where they
 * are absent and never overwrite what an administrator loaded.
 */
@Component
public final class WorkingCalendars implements InitializingBean {

    private static final int WARNING_DAYS = 60;
    private static final Pattern PLACES = Pattern.compile("[A-Z]{2}(\\+[A-Z]{2})*");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    WorkingCalendars(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Override
    public void afterPropertiesSet() {
        ShippedYears.all().forEach(this::add);
    }

    /**
     * The calendar as loaded now, of one place or, as {@code CN+HK+MO}, of the days that all of them work; a place without any
     * year refuses the first question.
     */
    public WorkingCalendar of(String code) {
        if (!PLACES.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a calendar: write a place or several, such as CN or CN+HK.".formatted(code));
        }
        return new WorkingCalendar(Stream.of(code.split("\\+")).map(this::place).toList());
    }

    /** Adds a published year and says whether it was absent; a year on record stays as it is. */
    public boolean add(CalendarYear year) {
        if (years(year.calendar()).contains(year.year())) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> insert(year));
            return true;
        } catch (DuplicateKeyException e) {
            // another node was faster
            return false;
        }
    }

    /** A day off that no one could publish ahead, such as a red typhoon warning. */
    public void declareOff(String code, LocalDate day) {
        var working = place(code).isWorked(day);
        if (working) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("delete from calendar_day where calendar = ? and on_day = ?")
                        .params(code, day)
                        .update();
                insert(code, day, "OFF");
            });
        }
    }

    /** The calendars whose present year is missing, or whose next year is and begins within 60 days. */
    public List<MissingYear> expiring(LocalDate today) {
        var soon = today.plusDays(WARNING_DAYS).getYear();
        return jdbc
                .sql("select distinct calendar from calendar_year order by calendar")
                .query(String.class)
                .list()
                .stream()
                .flatMap(code -> IntStream.of(today.getYear(), soon)
                        .distinct()
                        .boxed()
                        .filter(year -> !years(code).contains(year))
                        .map(year -> new MissingYear(code, year)))
                .toList();
    }

    private PlaceDays place(String code) {
        return new PlaceDays(code, years(code), days(code, "OFF"), days(code, "WORK"));
    }

    private void insert(CalendarYear year) {
        jdbc.sql("insert into calendar_year (calendar, in_year, source, note) values (?, ?, ?, ?)")
                .params(year.calendar(), year.year(), year.source(), year.note())
                .update();
        year.off().forEach(day -> insert(year.calendar(), day, "OFF"));
        year.work().forEach(day -> insert(year.calendar(), day, "WORK"));
    }

    private void insert(String code, LocalDate day, String kind) {
        jdbc.sql("insert into calendar_day (calendar, on_day, kind) values (?, ?, ?)")
                .params(code, day, kind)
                .update();
    }

    private Set<Integer> years(String code) {
        return new HashSet<>(jdbc.sql("select in_year from calendar_year where calendar = ?")
                .param(code)
                .query(Integer.class)
                .list());
    }

    private Set<LocalDate> days(String code, String kind) {
        return new HashSet<>(jdbc.sql("select on_day from calendar_day where calendar = ? and kind = ?")
                .params(code, kind)
                .query(LocalDate.class)
                .list());
    }
}
