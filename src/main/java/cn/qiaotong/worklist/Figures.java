package cn.qiaotong.worklist;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Permission;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.Forbidden;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators and leaders may know of all waits: how many there are of each kind and, for administrators, which.
 * A number and the list behind it use one predicate, so they cannot differ; neither knows an answer or a name.
 */
@Component
public class Figures {

    private static final String COUNTS = Arrays.stream(Measure.values())
            .map(measure -> "sum(case when %s then 1 else 0 end) as n_%s".formatted(measure.predicate(), measure.key()))
            .collect(Collectors.joining(", "));
    private static final String ANY =
            Arrays.stream(Measure.values()).map(Measure::predicate).collect(Collectors.joining(") or (", "((", "))"));

    private final JdbcClient jdbc;
    private final WaitRows rows;
    private final Clock clock;

    Figures(JdbcClient jdbc, WaitRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** One figure for each service, step and organisation with anything to count, in that order. */
    @Transactional(readOnly = true)
    public List<Figure> of(Person person, FigureFilter filter, FinishedIn finished) {
        refuseUnless(person, Role.ADMINISTRATOR, Role.LEADER);
        var predicate = filter.asPredicate().and(new Permission(ANY, times(finished)));
        return jdbc.sql(
                        "select w.service, w.element, %1$s as held_by, %2$s from waits w where %3$s group by w.service, w.element, %1$s order by w.service, w.element, held_by"
                                .formatted(FigureFilter.ORGANISATION, COUNTS, predicate.predicate()))
                .params(predicate.values())
                .query((row, number) -> new Figure(
                        row.getString("service"),
                        row.getString("element"),
                        row.getString("held_by"),
                        row.getLong("n_open"),
                        row.getLong("n_overdue"),
                        row.getLong("n_finished")))
                .list();
    }

    /** How many waits are behind a number. */
    @Transactional(readOnly = true)
    public long count(Person person, Measure measure, FigureFilter filter, FinishedIn finished) {
        refuseUnless(person, Role.ADMINISTRATOR);
        return rows.countAll(behind(measure, filter, finished));
    }

    /** A page of the waits behind a number, the first due first. */
    @Transactional(readOnly = true)
    public WaitPage list(
            Person person,
            Measure measure,
            FigureFilter filter,
            FinishedIn finished,
            Optional<WaitPage.Position> after,
            int size) {
        refuseUnless(person, Role.ADMINISTRATOR);
        return WaitPage.of(rows.all(behind(measure, filter, finished), after, size + 1), size);
    }

    private Permission behind(Measure measure, FigureFilter filter, FinishedIn finished) {
        return filter.asPredicate().and(new Permission(measure.predicate(), times(finished)));
    }

    private Map<String, Object> times(FinishedIn finished) {
        return Map.of(
                "now",
                Moments.at(clock.instant()),
                "from",
                Moments.at(finished.from()),
                "until",
                Moments.at(finished.until()));
    }

    static void refuseUnless(Person person, Role... roles) {
        if (Arrays.stream(roles).noneMatch(person::has)) {
            throw new Forbidden("web.refusal.403.text");
        }
    }
}
