package cn.qiaotong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.Forbidden;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class FiguresTests {

    private static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");
    private static final FinishedIn MARCH = new FinishedIn(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final Person ADMINISTRATOR = PersonFixture.of("district", Role.ADMINISTRATOR);
    private static final Person LEADER = PersonFixture.of("district", Role.LEADER);

    private JdbcClient jdbc;
    private Figures figures;

    private void on(Database database) {
        jdbc = JdbcClient.create(database.migrated());
        figures = new Figures(jdbc, new WaitRows(jdbc), Clock.fixed(NOW, ZoneOffset.UTC));
        wait("one", "intake", "district", NOW.plusSeconds(1), null, false);
        wait("one", "intake", "district", NOW, null, false);
        wait("one", "intake", "district", WaitRows.NO_DUE, null, false);
        wait("one", "intake", "district", NOW, Instant.parse("2026-03-31T15:59:59Z"), true);
        wait("one", "intake", "district", NOW, Instant.parse("2026-03-31T16:00:00Z"), true);
        wait("one", "intake", "district", NOW, Instant.parse("2026-03-04T00:00:00Z"), false);
        wait("one", "answer", null, NOW, null, false);
        wait("one", "bank", "branch-a", NOW, null, false);
        wait("two", "bank", "branch-b", NOW, null, false);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void countsByServiceStepAndOrganisation(Database database) {
        on(database);

        assertThat(figures.of(LEADER, FigureFilter.none(), MARCH))
                .containsExactly(
                        new Figure("one", "answer", Figure.APPLICANT, 1, 1, 0),
                        new Figure("one", "bank", "branch-a", 1, 1, 0),
                        new Figure("one", "intake", "district", 3, 1, 1),
                        new Figure("two", "bank", "branch-b", 1, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyNumberIsAsLongAsItsList(Database database) {
        on(database);

        for (var figure : figures.of(ADMINISTRATOR, FigureFilter.none(), MARCH)) {
            for (var measure : Measure.values()) {
                var filter = new FigureFilter(
                        Optional.of(figure.service()), Set.of(figure.element()), Optional.of(figure.organisation()));
                assertThat(figures.count(ADMINISTRATOR, measure, filter, MARCH)).isEqualTo(figure.of(measure));
                assertThat(figures.list(ADMINISTRATOR, measure, filter, MARCH, Optional.empty(), 10)
                                .waits())
                        .hasSize((int) figure.of(measure));
            }
        }
        var all = FigureFilter.none();
        var first = figures.list(ADMINISTRATOR, Measure.OPEN, all, MARCH, Optional.empty(), 4);
        var second = figures.list(ADMINISTRATOR, Measure.OPEN, all, MARCH, first.next(), 4);
        assertThat(first.waits().size() + second.waits().size())
                .isEqualTo((int) figures.count(ADMINISTRATOR, Measure.OPEN, all, MARCH))
                .isEqualTo(6);
        assertThat(second.next()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "LEADER"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesOthers(Role role) {
        on(Database.H2);
        var other = PersonFixture.of("district", role);

        assertThatThrownBy(() -> figures.of(other, FigureFilter.none(), MARCH)).isInstanceOf(Forbidden.class);
        for (var person : new Person[] {other, LEADER}) {
            assertThatThrownBy(() -> figures.count(person, Measure.OPEN, FigureFilter.none(), MARCH))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(
                            () -> figures.list(person, Measure.OPEN, FigureFilter.none(), MARCH, Optional.empty(), 10))
                    .isInstanceOf(Forbidden.class);
        }
    }

    private void wait(
            String service, String element, String organisation, Instant due, Instant closed, boolean completed) {
        var request = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into request (id, public_id, receipt, service, deployment, state, applicant, applicant_human,
                            language, withdrawable, version, policy_day, submitted_at)
                        values (:id, :public, :receipt, :service, 'd', 'SUBMITTED', :id, :id, 'en', true, 1, :day, :now)
                        """)
                .param("id", request)
                .param("public", request.toString().substring(0, 32))
                .param("receipt", request.toString().substring(0, 20))
                .param("service", service)
                .param("day", LocalDate.of(2026, 3, 2))
                .param("now", Moments.at(NOW))
                .update();
        jdbc.sql(
                        """
                        insert into waits (id, request, task, service, element, role, organisation, opened_at, due_sort,
                            closed_at, completed)
                        values (:id, :request, :task, :service, :element, 'role', :organisation, :now, :due, :closed, :completed)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("task", request.toString())
                .param("service", service)
                .param("element", element)
                .param("organisation", organisation)
                .param("now", Moments.at(NOW))
                .param("due", Moments.at(due))
                .param("closed", closed == null ? null : Moments.at(closed))
                .param("completed", completed)
                .update();
    }
}
