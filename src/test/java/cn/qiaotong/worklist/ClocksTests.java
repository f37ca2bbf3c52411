package cn.qiaotong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.qiaotong.Database;
import cn.qiaotong.MutableClock;
import cn.qiaotong.calendar.CalendarFixture;
import cn.qiaotong.calendar.CalendarYear;
import cn.qiaotong.calendar.Term;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.TaskId;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.Requests;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clocks of ten working days on both databases, their time moved by hand; the desk opens on Monday at nine. */
class ClocksTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-16T16:00:00Z");
    private static final Instant HALF = Instant.parse("2026-03-09T08:30:00Z");
    private static final Instant MOST = Instant.parse("2026-03-12T13:00:00Z");
    private static final Optional<String> DISTRICT = Optional.of("district");

    @ParameterizedTest
    @EnumSource
    void runsFromItsBeginning(Database database) {
        var desk = new Desk(database);

        var clock = desk.clocks.start(desk.request, "intake", DISTRICT);

        assertThat(desk.clocks.due(clock)).contains(DUE);
        assertThat(desk.next(clock)).contains(HALF);
    }

    @ParameterizedTest
    @EnumSource
    void whatArrivesAfterClosingCountsAsOfTheNextWorkingDay(Database database) {
        var desk = new Desk(database);
        var late = Instant.parse("2026-03-02T09:30:00Z");
        desk.time.set(late);

        var clock = desk.clocks.start(desk.request, "intake", DISTRICT);

        assertThat(desk.clocks.due(clock)).contains(Instant.parse("2026-03-17T16:00:00Z"));
        assertThat(desk.clocks.dueFromNow(desk.request, "intake")).contains(Instant.parse("2026-03-17T16:00:00Z"));
        when(desk.policies.closingTime(any())).thenReturn(Optional.of(LocalTime.of(18, 0)));
        assertThat(desk.clocks.due(clock)).contains(DUE);
        when(desk.policies.closingTime(any())).thenReturn(Optional.empty());
        assertThat(desk.clocks.due(clock)).contains(DUE);
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheRemainingWorkingDaysOverASupplement(Database database) {
        var desk = new Desk(database);
        var clock = desk.clocks.start(desk.request, "intake", DISTRICT);

        desk.time.set(Instant.parse("2026-03-04T01:00:00Z"));
        desk.clocks.pauseAll(desk.request);
        desk.time.set(Instant.parse("2026-03-11T01:00:00Z"));
        desk.sweeper.sweep();

        assertThat(desk.told).as("told while it stands still").isEmpty();
        assertThat(desk.clocks.start(desk.request, "intake", DISTRICT)).isEqualTo(clock);
        assertThat(desk.clocks.due(clock)).contains(Instant.parse("2026-03-23T16:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachMarkOnce(Database database) {
        var desk = new Desk(database);
        desk.clocks.start(desk.request, "intake", DISTRICT);

        for (var at : List.of(HALF.minusSeconds(1), HALF, MOST.minusSeconds(1), MOST, DUE.minusSeconds(1), DUE)) {
            desk.time.set(at);
            desk.sweeper.sweep();
            desk.sweeper.sweep();
        }

        assertThat(desk.told)
                .containsExactly(
                        new Reminded(desk.request, "intake", DISTRICT, 50),
                        new Reminded(desk.request, "intake", DISTRICT, 80),
                        new Overdue(desk.request, "intake", DISTRICT));
    }

    @ParameterizedTest
    @EnumSource
    void tellsOnceWithTwoSweepersAtOnce(Database database) {
        var desk = new Desk(database);
        desk.clocks.start(desk.request, "intake", DISTRICT);
        desk.time.set(HALF);
        var together = new CyclicBarrier(2);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            meet(together);
                            desk.sweeper.sweep();
                        }))
                        .limit(2)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(desk.told).containsExactly(new Reminded(desk.request, "intake", DISTRICT, 50));
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfAClosedClock(Database database) {
        var desk = new Desk(database);
        desk.clocks.start(desk.request, "intake", DISTRICT);
        desk.clocks.closeOthers(desk.request, Optional.empty());

        desk.time.set(DUE);
        desk.sweeper.sweep();

        assertThat(desk.told).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isDatedWhenTheCalendarArrives(Database database) {
        var desk = new Desk(database);
        desk.time.set(Instant.parse("2026-12-28T01:00:00Z"));
        var clock = desk.clocks.start(desk.request, "intake", DISTRICT);
        desk.sweeper.sweep();
        assertThat(desk.clocks.due(clock)).isEmpty();

        desk.calendars.add(new CalendarYear("CN", 2027, "test", "", new TreeSet<>(), new TreeSet<>()));
        desk.sweeper.sweep();

        var due = Instant.parse("2027-01-11T16:00:00Z");
        assertThat(desk.clocks.due(clock)).contains(due);
        assertThat(desk.next(clock)).isPresent();
        verify(desk.timers).move(desk.request, "intake", due);
    }

    @ParameterizedTest
    @EnumSource
    void aDeepWorklistShowsEachWaitOnceInOrder(Database database) {
        var desk = new Desk(database);
        var random = new Random(7);
        for (int wait = 0; wait < 300; wait++) {
            desk.waits(DUE.plusSeconds(86_400L * random.nextInt(20)), wait % 10 == 0);
        }
        var person = PersonFixture.of("district", Role.DISTRICT_REVIEWER);
        var seen = new ArrayList<Wait>();
        var after = Optional.<WaitPage.Position>empty();

        do {
            var page = desk.worklist.of(person, WaitFilter.none(), after, 37);
            seen.addAll(page.waits());
            after = page.next().map(WaitPage.Position::format).flatMap(WaitPage.Position::parse);
        } while (after.isPresent());

        assertThat(seen).hasSize(300);
        assertThat(seen.stream().map(Wait::id).distinct()).hasSize(300);
        assertThat(seen.stream().map(wait -> wait.due().orElse(WaitRows.NO_DUE)))
                .isSorted();
    }

    @Test
    void readsItsOwnPositionsAndNoOther() {
        var position = new WaitPage.Position(DUE, UUID.randomUUID());

        assertThat(WaitPage.Position.parse(position.format())).contains(position);
        for (var text : List.of("", "_", "1_", "x_" + position.id(), "1", "1_2_3", position.format() + "0000")) {
            assertThat(WaitPage.Position.parse(text)).as(text).isEmpty();
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The module's own objects over a database with one request; what it asks of other modules is answered shortly. */
    private static final class Desk {

        private final RequestId request = new RequestId(UUID.randomUUID());
        private final MutableClock time = new MutableClock(MONDAY);
        private final List<Object> told = new CopyOnWriteArrayList<>();
        private final Timers timers = mock(Timers.class);
        private final FrozenPolicies policies = mock(FrozenPolicies.class);
        private final JdbcClient jdbc;
        private final WorkingCalendars calendars;
        private final WaitRows rows;
        private final Clocks clocks;
        private final Sweeper sweeper;
        private final Waits worklist;

        Desk(Database database) {
            var source = database.migrated();
            jdbc = JdbcClient.create(source);
            calendars = CalendarFixture.calendars(source);
            rows = new WaitRows(jdbc);
            var clockRows = new ClockRows(jdbc);
            when(policies.due(any(), any())).thenReturn(Term.parse("10 working days"));
            when(policies.closingTime(any())).thenReturn(Optional.of(LocalTime.of(17, 30)));
            var requests = mock(Requests.class);
            when(requests.locked(any())).then(asked -> locked(asked.getArgument(0)));
            clocks = new Clocks(clockRows, rows, policies, calendars, timers, time);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            sweeper = new Sweeper(clockRows, clocks, timers, requests, transaction, told::add, time);
            worklist = new Waits(rows, requests, null, null, time);
            insertRequest();
        }

        private Object locked(RequestId id) {
            jdbc.sql("select id from request where id = ? for update")
                    .param(id.value())
                    .query(UUID.class)
                    .single();
            return null;
        }

        private void insertRequest() {
            jdbc.sql(
                            """
                            insert into request (id, public_id, receipt, service, deployment, state, applicant,
                                applicant_human, language, withdrawable, version, policy_day, submitted_at)
                            values (:id, 'public', 'JH-1', 'service', 'deployment', 'SUBMITTED', :id, :id,
                                'zh-Hans', true, 1, date '2026-03-02', :at)
                            """)
                    .param("id", request.value())
                    .param("at", Moments.at(MONDAY))
                    .update();
        }

        Optional<Instant> next(UUID clock) {
            return jdbc.sql("select next_at from clock where id = ? and next_at is not null")
                    .param(clock)
                    .query((row, number) ->
                            row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                    .optional();
        }

        void waits(Instant due, boolean undated) {
            rows.insert(
                    new Wait(
                            UUID.randomUUID(),
                            request,
                            "public",
                            "JH-1",
                            "service",
                            "intake",
                            Role.DISTRICT_REVIEWER.key(),
                            Optional.of(new cn.qiaotong.identity.Organisation("district")),
                            MONDAY,
                            undated ? Optional.empty() : Optional.of(due),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            Optional.empty()),
                    new TaskId(UUID.randomUUID().toString()),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
