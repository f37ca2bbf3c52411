package cn.qiaotong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.calendar.CalendarFixture;
import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.Forbidden;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a month came to: every number counts what lies in the month, and nothing beside it. */
class TurnoversTests {

    private static final FinishedIn MARCH = new FinishedIn(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
    private static final FinishedIn APRIL = new FinishedIn(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30));
    private static final Person LEADER = PersonFixture.of("district", Role.LEADER);

    private JdbcClient jdbc;
    private Turnovers turnovers;

    private void on(Database database) {
        var source = database.migrated();
        jdbc = JdbcClient.create(source);
        turnovers = new Turnovers(jdbc, CalendarFixture.calendars(source));
        var quick = request("one", "2026-03-02T01:00:00Z", "2026-03-04T02:00:00Z", "CLOSED", "paired");
        step(quick, "one", "district", "2026-03-03T02:00:00Z", "2026-03-03T02:00:00Z");
        step(quick, "one", "branch", "2026-03-04T02:00:00Z", "2026-03-05T02:00:00Z");
        party(quick, "branch", 1, "2026-03-03T03:00:00Z");
        party(quick, "tax-bureau", 0, "2026-03-03T03:00:00Z");
        var slow = request("one", "2026-02-27T11:00:00Z", "2026-03-31T15:59:59Z", "CLOSED", "declined");
        step(slow, "one", "district", "2026-02-28T02:00:00Z", "2026-03-05T02:00:00Z");
        supplement(slow, "2026-03-02T02:00:00Z");
        supplement(slow, "2026-02-28T02:00:00Z");
        supplement(quick, null);
        step(slow, "one", null, "2026-03-10T02:00:00Z", "2026-03-12T02:00:00Z");
        step(slow, "one", "district", "2026-03-13T02:00:00Z", null);
        request("one", "2026-03-05T01:00:00Z", "2026-03-06T01:00:00Z", "WITHDRAWN", "withdrawn");
        request("two", "2026-02-28T15:59:59Z", "2026-03-31T16:00:00Z", "CLOSED", "paid");
        var open = request("two", "2026-03-31T15:59:59Z", null, "DISTRICT_REVIEW", null);
        step(open, "two", "district", "2026-04-01T01:00:00Z", "2026-04-01T02:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void countsWhatLiesInTheMonth(Database database) {
        on(database);

        assertThat(turnovers.of(LEADER, MARCH))
                .containsExactly(
                        new Turnover(
                                "one",
                                2,
                                3,
                                Map.of("paired", 1L, "declined", 1L, "withdrawn", 1L),
                                2,
                                1,
                                2,
                                1,
                                1,
                                1,
                                new Spread(Map.of(1, 1L)),
                                new Spread(Map.of(2, 1L, 23, 1L))),
                        new Turnover(
                                "two", 1, 0, Map.of(), 0, 0, 0, 0, 0, 0, new Spread(Map.of()), new Spread(Map.of())));
        assertThat(turnovers.of(LEADER, APRIL)).singleElement().satisfies(two -> {
            assertThat(two.outcomes()).containsExactly(Map.entry("paid", 1L));
            assertThat(two.steps()).isEqualTo(1);
            assertThat(two.inTime()).isEqualTo(1);
            assertThat(two.firstResponse().median()).hasValue(1);
        });
    }

    @Test
    void severalTogetherAreTheirSums() {
        on(Database.H2);

        var sum = Turnover.sum(turnovers.of(LEADER, MARCH));

        assertThat(sum.received()).isEqualTo(3);
        assertThat(sum.closed()).isEqualTo(3);
        assertThat(sum.outcomes()).hasSize(3);
        assertThat(sum.whole().median()).hasValue(2);
        assertThat(Turnover.sum(List.of()).whole().median()).isEmpty();
    }

    @Test
    void aMiddleIsWhatHalfDidNotExceed() {
        assertThat(Spread.of(List.of(9, 1, 3)).median()).hasValue(3);
        assertThat(Spread.of(List.of(9, 1, 3, 5)).median()).hasValue(3);
        assertThat(Spread.of(List.of(7)).with(Spread.of(List.of(7, 1))).median())
                .hasValue(7);
        assertThat(Spread.of(List.of()).median()).isEmpty();
    }

    @Test
    void aPassageThroughAYearThatNoCalendarHasIsNotCounted() {
        on(Database.H2);
        request("three", "2025-12-31T01:00:00Z", "2026-03-04T02:00:00Z", "CLOSED", "paired");

        assertThat(turnovers.of(LEADER, MARCH))
                .filteredOn(turnover -> turnover.service().equals("three"))
                .singleElement()
                .satisfies(three -> {
                    assertThat(three.concluded()).isEqualTo(1);
                    assertThat(three.whole().count()).isZero();
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "LEADER"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesOthers(Role role) {
        on(Database.H2);

        assertThatThrownBy(() -> turnovers.of(PersonFixture.of("district", role), MARCH))
                .isInstanceOf(Forbidden.class);
    }

    private UUID request(String service, String submitted, String closed, String state, String outcome) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into request (id, public_id, receipt, service, deployment, state, applicant, applicant_human,
                            language, withdrawable, version, policy_day, submitted_at, closed_at, outcome)
                        values (:id, :public, :receipt, :service, 'd', :state, :id, :id, 'en', true, 1, :day, :submitted,
                            :closed, :outcome)
                        """)
                .param("id", id)
                .param("public", id.toString().substring(0, 32))
                .param("receipt", id.toString().substring(0, 20))
                .param("service", service)
                .param("state", state)
                .param("day", LocalDate.of(2026, 3, 2))
                .param("submitted", at(submitted))
                .param("closed", closed == null ? null : at(closed))
                .param("outcome", outcome)
                .update();
        return id;
    }

    private void step(UUID request, String service, String organisation, String closed, String due) {
        jdbc.sql(
                        """
                        insert into waits (id, request, task, service, element, role, organisation, opened_at, due_sort,
                            closed_at, completed)
                        values (:id, :request, :task, :service, 'step', 'role', :organisation, :opened, :due, :closed, true)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("task", UUID.randomUUID().toString())
                .param("service", service)
                .param("organisation", organisation)
                .param("opened", at("2026-02-28T01:00:00Z"))
                .param("due", due == null ? Moments.at(WaitRows.NO_DUE) : at(due))
                .param("closed", at(closed))
                .update();
    }

    private void supplement(UUID request, String sent) {
        jdbc.sql(
                        "insert into supplement (id, request, asked_by, asked_at, sent_at, from_version) values (:id, :request, :id, :asked, :sent, 1)")
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("asked", at("2026-03-01T01:00:00Z"))
                .param("sent", sent == null ? null : at(sent))
                .update();
    }

    private void party(UUID request, String organisation, int turn, String joined) {
        jdbc.sql(
                        "insert into request_party (request, organisation, turn, joined_at) values (:request, :who, :turn, :at)")
                .param("request", request)
                .param("who", organisation)
                .param("turn", turn)
                .param("at", at(joined))
                .update();
    }

    private static OffsetDateTime at(String moment) {
        return Moments.at(Instant.parse(moment));
    }
}
