package cn.qiaotong.worklist;

import cn.qiaotong.calendar.CalendarMissing;
import cn.qiaotong.calendar.WorkingCalendar;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the requests of some days came to, as numbers by service that administrators and leaders may know. */
@Component
public class Turnovers {

    private static final String CLOSED = "r.closed_at >= :from and r.closed_at < :until";
    private static final String CONCLUDED = CLOSED + " and r.state in ('CLOSED', 'NOT_COVERED')";
    private static final String STEPS =
            "w.completed and w.organisation is not null and w.closed_at >= :from and w.closed_at < :until";

    private final JdbcClient jdbc;
    private final WorkingCalendars calendars;

    Turnovers(JdbcClient jdbc, WorkingCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    /** One for each service with anything to count, in the order of their keys. */
    @Transactional(readOnly = true)
    public List<Turnover> of(Person person, FinishedIn days) {
        Figures.refuseUnless(person, Role.ADMINISTRATOR, Role.LEADER);
        return new Counting(days).all();
    }

    /** The questions about one stretch of days. */
    private final class Counting {

        private final Map<String, Object> times;
        private final WorkingCalendar calendar = calendars.of(Clocks.MAINLAND);

        Counting(FinishedIn days) {
            times = Map.of("from", Moments.at(days.from()), "until", Moments.at(days.until()));
        }

        List<Turnover> all() {
            var received = requests("r.submitted_at >= :from and r.submitted_at < :until");
            var outcomes = outcomes();
            var concluded = requests(CONCLUDED);
            var straight = requests(CONCLUDED
                    + " and not exists (select 1 from supplement s where s.request = r.id and s.sent_at is not null)");
            var steps = steps("w.due_sort < :never");
            var inTime = steps("w.due_sort < :never and w.closed_at < w.due_sort");
            var supplements = rowsOfRequests("supplement x", "x.sent_at >= :from and x.sent_at < :until");
            var referrals =
                    rowsOfRequests("request_party x", "x.turn > 0 and x.joined_at >= :from and x.joined_at < :until");
            var firstResponses = firstResponses();
            var wholes = wholes();
            var services = Stream.of(received, outcomes, steps, supplements, referrals, firstResponses)
                    .flatMap(counted -> counted.keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            return services.stream()
                    .map(service -> new Turnover(
                            service,
                            received.getOrDefault(service, 0L),
                            outcomes.getOrDefault(service, Map.of()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            outcomes.getOrDefault(service, Map.of()),
                            concluded.getOrDefault(service, 0L),
                            straight.getOrDefault(service, 0L),
                            steps.getOrDefault(service, 0L),
                            inTime.getOrDefault(service, 0L),
                            supplements.getOrDefault(service, 0L),
                            referrals.getOrDefault(service, 0L),
                            Spread.of(firstResponses.getOrDefault(service, List.of())),
                            Spread.of(wholes.getOrDefault(service, List.of()))))
                    .toList();
        }

        private Map<String, Long> requests(String which) {
            return counts(
                    "select r.service, count(*) as n from request r where %s group by r.service".formatted(which));
        }

        private Map<String, Long> rowsOfRequests(String table, String which) {
            return counts(
                    "select r.service, count(*) as n from %s join request r on r.id = x.request where %s group by r.service"
                            .formatted(table, which));
        }

        private Map<String, Long> steps(String which) {
            return counts("select w.service, count(*) as n from waits w where %s and %s group by w.service"
                    .formatted(STEPS, which));
        }

        private Map<String, Long> counts(String sql) {
            var counts = new TreeMap<String, Long>();
            jdbc.sql(sql)
                    .params(times)
                    .param("never", Moments.at(WaitRows.NO_DUE))
                    .query(row -> {
                        counts.put(row.getString("service"), row.getLong("n"));
                    });
            return counts;
        }

        private Map<String, Map<String, Long>> outcomes() {
            var outcomes = new TreeMap<String, Map<String, Long>>();
            jdbc.sql("select r.service, r.outcome, count(*) as n from request r where %s group by r.service, r.outcome"
                            .formatted(CLOSED))
                    .params(times)
                    .query(row -> {
                        outcomes.computeIfAbsent(row.getString("service"), service -> new TreeMap<>())
                                .put(row.getString("outcome"), row.getLong("n"));
                    });
            return outcomes;
        }

        private Map<String, List<Integer>> wholes() {
            return passages("select r.service, r.submitted_at as began, r.closed_at as ended from request r where "
                    + CONCLUDED);
        }

        /** From a request's coming until the first step that staff have done of it, where that was in these days. */
        private Map<String, List<Integer>> firstResponses() {
            return passages(
                    """
                    select w.service, r.submitted_at as began, w.closed_at as ended
                    from waits w join request r on r.id = w.request
                    where %s and not exists (select 1 from waits e
                        where e.request = w.request and e.completed and e.organisation is not null
                            and (e.closed_at < w.closed_at or e.closed_at = w.closed_at and e.id < w.id))"""
                            .formatted(STEPS));
        }

        private Map<String, List<Integer>> passages(String sql) {
            var passages = new TreeMap<String, List<Integer>>();
            jdbc.sql(sql).params(times).query(row -> {
                var service = row.getString("service");
                workingDays(row).ifPresent(days -> passages.computeIfAbsent(service, key -> new ArrayList<>())
                        .add(days));
            });
            return passages;
        }

        /** Day 0 is the day of the coming or the next working day; a passage through a year that no calendar has is not counted. */
        private Optional<Integer> workingDays(ResultSet row) throws SQLException {
            try {
                var first = calendar.dayOf(Moments.of(row, "began"));
                var last = day(Moments.of(row, "ended"));
                return Optional.of(Math.max(0, calendar.workingDaysBetween(first, last)));
            } catch (CalendarMissing missing) {
                return Optional.empty();
            }
        }

        private LocalDate day(Instant at) {
            return LocalDate.ofInstant(at, FinishedIn.DESK);
        }
    }
}
