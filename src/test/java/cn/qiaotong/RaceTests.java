package cn.qiaotong;

import static cn.qiaotong.Southbound.BRANCH;
import static cn.qiaotong.Southbound.DISTRICT;
import static cn.qiaotong.Southbound.SERVICE;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Verification;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.TakenByOther;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Many people reach for the same step at the same moment: one gets it, each of the others is told so, and nothing breaks. */
@WholeDesk
class RaceTests {

    private static final int THREADS = 8;
    private static final int TASKS = 200;
    private static final int WITHDRAWALS = 40;

    @Autowired
    BeanFactory beans;

    @Autowired
    Waits waits;

    @Autowired
    Desk desk;

    @Autowired
    Drafts drafts;

    @Autowired
    Requests requests;

    @Autowired
    PublicServices services;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Acts acts;
    Person applicant;

    @BeforeEach
    void begin() {
        clock.set(WholeDesk.TestClock.MONDAY);
        acts = Acts.with(beans);
        applicant = acts.applicant("race-" + UUID.randomUUID());
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void oneOfManyGetsEachTask() throws Exception {
        var submitted = submitted(TASKS);
        var reviewers = sessions(Role.DISTRICT_REVIEWER);

        for (var request : submitted) {
            var tries = atOnce(reviewers, person -> {
                waits.claim(request.publicId(), "intake", person);
                return person;
            });
            assertOneWinner(tries);
        }
        for (var request : submitted) {
            var tries = atOnce(reviewers, person -> {
                desk.decide(
                        request.publicId(),
                        "intake",
                        person,
                        typed("intake_decision", "refer"),
                        Map.of(),
                        Optional.empty());
                return person;
            });
            assertOneWinner(tries);
            assertThat(tries).filteredOn(Try::won).hasSize(1);
        }

        assertThat(jdbc.sql(
                                """
                                select count(*) from request_decision d join request r on r.id = d.request
                                where r.applicant = :applicant group by d.request, d.element
                                """)
                        .param("applicant", applicant.account())
                        .query(Long.class)
                        .list())
                .hasSize(TASKS)
                .containsOnly(1L);
        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void aDecisionAndAWithdrawalExcludeEachOther() throws Exception {
        var submitted = submitted(WITHDRAWALS);
        var banker = acts.staff(Role.BANK_REVIEWER, BRANCH);
        for (var request : submitted) {
            acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
            acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
            waits.claim(request.publicId(), "bank-review", banker);
        }

        for (var request : submitted) {
            var tries = atOnce(List.of(banker, applicant, banker, applicant), person -> {
                if (person == applicant) {
                    requests.withdraw(request.publicId(), applicant);
                } else {
                    desk.decide(
                            request.publicId(),
                            "bank-review",
                            banker,
                            typed("bank_outcome", "quota_full"),
                            Map.of(),
                            Optional.empty());
                }
                return person;
            });
            var winner = assertOneWinner(tries);
            assertThat(acts.now(request).state())
                    .isEqualTo(winner.equals(applicant) ? RequestState.WITHDRAWN : RequestState.PARTNER_DECISION);
        }

        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    /** What became of one person's try: won, or the refusal they read. Anything else that was thrown fails the test. */
    private record Try(Person person, Optional<Conflict> refusal) {

        boolean won() {
            return refusal.isEmpty();
        }
    }

    private interface Attempt {
        Person by(Person person);
    }

    private static Person assertOneWinner(List<Try> tries) {
        var winners = tries.stream().filter(Try::won).collect(groupingBy(one -> one.person()
                .account()));
        assertThat(winners).hasSize(1);
        var winner = winners.values().iterator().next().get(0).person();
        tries.stream().flatMap(one -> one.refusal().stream()).forEach(refusal -> {
            if (refusal instanceof TakenByOther taken) {
                assertThat(taken.arguments()[0]).isEqualTo(winner.name());
            } else {
                assertThat(refusal.key()).isIn("worklist.ended", "request.withdraw.late");
            }
        });
        return winner;
    }

    private List<Try> atOnce(List<Person> people, Attempt attempt) throws Exception {
        var start = new CyclicBarrier(people.size());
        var running = new ArrayList<Future<Try>>();
        for (var person : people) {
            running.add(threads.submit(trying(person, attempt, start)));
        }
        var tries = new ArrayList<Try>();
        for (var one : running) {
            tries.add(one.get());
        }
        return tries;
    }

    private static Callable<Try> trying(Person person, Attempt attempt, CyclicBarrier start) {
        return () -> {
            start.await();
            try {
                return new Try(attempt.by(person), Optional.empty());
            } catch (Conflict refused) {
                return new Try(person, Optional.of(refused));
            }
        };
    }

    /** Four people who may, each in two sessions. */
    private List<Person> sessions(Role role) {
        return IntStream.range(0, THREADS)
                .mapToObj(n -> acts.person("racer-" + n % (THREADS / 2), Optional.of(DISTRICT), role))
                .toList();
    }

    private List<Request> submitted(int count) throws Exception {
        var running = IntStream.range(0, count)
                .mapToObj(n -> threads.submit((Callable<Request>) this::submitted))
                .toList();
        var all = new ArrayList<Request>();
        for (var one : running) {
            all.add(one.get());
        }
        assertThat(all.stream().map(acts::openWait).map(Wait::element)).containsOnly("intake");
        return all;
    }

    private Request submitted() {
        var draft = drafts.open(services.find(SERVICE).orElseThrow(), applicant);
        var posted = new LinkedMultiValueMap<String, String>();
        Southbound.answers()
                .forEach((key, value) -> posted.add(
                        key, key.endsWith("_paper") ? UUID.randomUUID().toString() : value));
        drafts.save(draft.publicId(), applicant, Typed.of(posted));
        return acts.submit(draft.publicId(), applicant);
    }

    private static Typed typed(String key, String value) {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.add(key, value);
        return Typed.of(posted);
    }
}
