package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Verification;
import cn.qiaotong.calendar.CalendarYear;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Submission;
import cn.qiaotong.request.Submissions;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * Two nodes of the packaged program on one database: what one begins the other goes on with, nothing is told twice, and a
 * node that is killed takes nothing along. The test's own application only fills in drafts; the nodes do all the work.
 */
@WholeDesk
@ContextConfiguration(initializers = TwoNodesTests.SameDatabase.class)
class TwoNodesTests {

    private static final Production PRODUCTION = new Production();
    private static final Map<String, PackagedNode> NODES = new TreeMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    BeanFactory beans;

    @Autowired
    Submissions submissions;

    @Autowired
    WorkingCalendars calendars;

    @Autowired
    AuditTrail audit;

    @Autowired
    MutableClock clock;

    private Acts acts;

    /** The nodes migrate an empty database at the same time; the test's application comes after them. */
    static class SameDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            startMissing();
            TestPropertyValues.of(
                            "spring.datasource.url=" + PRODUCTION.postgres.url(),
                            "spring.datasource.username=" + DeployedPostgres.APPLICATION,
                            "spring.flyway.enabled=false",
                            "camunda.bpm.database.schema-update=false",
                            "qiaotong.vault.active=k1",
                            "qiaotong.vault.keys.k1=" + Production.VAULT_KEY,
                            "qiaotong.vault.index-key=" + Production.INDEX_KEY)
                    .applyTo(context);
        }
    }

    private static void startMissing() {
        List.of("node-a", "node-b").forEach(name -> NODES.computeIfAbsent(name, TwoNodesTests::started));
        NODES.values().forEach(PackagedNode::awaitReady);
    }

    private static PackagedNode started(String name) {
        var environment = PRODUCTION.environment(name);
        environment.put("QIAOTONG_SWEEPS_EVERY", "PT1S");
        environment.put("QIAOTONG_JOBS_LOCK", "5s");
        return PackagedNode.start(environment);
    }

    @BeforeEach
    void begin() {
        startMissing();
        clock.set(Instant.now());
        acts = Acts.with(beans);
        acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT);
        var year = LocalDate.now(ZoneOffset.UTC).getYear();
        IntStream.rangeClosed(year, year + 1)
                .forEach(one ->
                        calendars.add(new CalendarYear("CN", one, "trial", "trial", new TreeSet<>(), new TreeSet<>())));
    }

    @AfterAll
    static void stop() {
        NODES.values().forEach(PackagedNode::close);
        NODES.clear();
        PRODUCTION.close();
    }

    @Test
    void aSessionBegunOnOneNodeGoesOnOnTheOtherAndEndsOnBoth() {
        var a = NODES.get("node-a");
        var b = NODES.get("node-b");
        var visitor = new BalancedVisitor();
        visitor.signIn(a, PRODUCTION.keycloak, UUID.randomUUID().toString());
        assertThat(visitor.get(a, "/account").body()).contains("陈大文");

        assertThat(visitor.get(b, "/account").body()).contains("陈大文");

        visitor.post(b, "/sign-out", Map.of("_csrf", visitor.token(b)));
        assertThat(visitor.get(a, "/account").statusCode()).isEqualTo(303);
        assertThat(visitor.get(b, "/account").statusCode()).isEqualTo(303);
    }

    @Test
    void everyReminderAndEveryMailIsSentOnce() {
        var requests = IntStream.range(0, 20).mapToObj(n -> submitted()).toList();
        requests.forEach(this::awaitReview);

        sql("update clock set next_at = current_timestamp - interval '1 minute' where closed_at is null");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told(requests, "wait-reminded"))
                .containsOnlyKeys(requests)
                .containsValues(1L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailed(requests)).containsOnlyKeys(requests));
        assertThat(told(requests, "request-submitted").values()).containsOnly(1L);
        assertThat(told(requests, "wait-reminded").values()).containsOnly(1L);
        assertThat(mailed(requests).values()).containsOnly(1L);
        assertThat(PRODUCTION.mail.messages().stream().map(TwoNodesTests::id).toList())
                .doesNotHaveDuplicates();
        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void theJobOfAKilledNodeRunsOnTheOther() throws SQLException {
        var request = "";
        var holder = "";
        while (holder.isEmpty()) {
            request = submitted();
            holder = killedWhileItWorksOn(request);
        }

        awaitReview(request);
        assertThat(told(List.of(request), "request-submitted").values()).containsOnly(1L);
    }

    @Test
    void whatAKilledNodeHasAcknowledgedIsThereAndTheOtherGoesOn() throws Exception {
        var a = NODES.get("node-a");
        var b = NODES.get("node-b");
        var sent = IntStream.range(0, 12).mapToObj(n -> filledIn(a)).toList();
        var acknowledged = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(4);
        try {
            threads.invokeAll(sent.stream()
                    .map(draft -> (Callable<Boolean>) () -> {
                        draft.acknowledged = draft.submit(a);
                        if (draft.acknowledged && acknowledged.incrementAndGet() == 4) {
                            a.kill();
                        }
                        return draft.acknowledged;
                    })
                    .toList());
        } finally {
            threads.shutdownNow();
            NODES.remove("node-a");
        }
        assertThat(sent).anyMatch(draft -> draft.acknowledged).anyMatch(draft -> !draft.acknowledged);
        var kept = sent.stream()
                .filter(draft -> draft.acknowledged)
                .map(draft -> draft.id)
                .toList();
        assertThat(count("select count(*) from request where public_id in (%s)", kept))
                .isEqualTo(kept.size());

        assertThat(sent).allMatch(draft -> draft.submit(b));

        sent.forEach(draft -> awaitReview(draft.id));
        var all = sent.stream().map(draft -> draft.id).toList();
        assertThat(told(all, "request-submitted").values()).hasSize(sent.size()).containsOnly(1L);
        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    /** A draft that its applicant, signed in at a node, only has to submit. */
    private Filled filledIn(PackagedNode node) {
        var name = "applicant-" + UUID.randomUUID();
        var draft = acts.draft(Southbound.SERVICE, acts.applicant(name), Southbound.answers());
        var visitor = new BalancedVisitor();
        visitor.signIn(node, PRODUCTION.keycloak, "subject-" + name);
        return new Filled(draft, visitor, visitor.token(node));
    }

    private String submitted() {
        var applicant = acts.applicant("applicant-" + UUID.randomUUID());
        var draft = acts.draft(Southbound.SERVICE, applicant, Southbound.answers());
        var outcome = submissions.submit(
                draft, applicant, Set.of("sensitive", "referral.icbc-jianghai"), Locale.SIMPLIFIED_CHINESE);
        assertThat(outcome).isInstanceOf(Submission.Accepted.class);
        return draft;
    }

    /** Holds the request's row until a node waits for it in the middle of its job, and kills that node. */
    private static String killedWhileItWorksOn(String request) throws SQLException {
        try (var connection = PRODUCTION.postgres.as("postgres").getConnection();
                var row = connection.prepareStatement("select 1 from request where public_id = ? for update")) {
            connection.setAutoCommit(false);
            row.setString(1, request);
            row.execute();
            var holder = await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isReviewed(request) ? "none" : waiting(), name -> !name.isEmpty());
            if (holder.equals("none")) {
                return "";
            }
            NODES.remove(holder).kill();
            connection.rollback();
            return holder;
        }
    }

    private static String waiting() {
        return PRODUCTION
                .postgres
                .superuser()
                .sql("select application_name from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and application_name like 'node-%' fetch first 1 rows only")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void awaitReview(String request) {
        await().atMost(PATIENCE).until(() -> isReviewed(request));
    }

    private static boolean isReviewed(String request) {
        return PRODUCTION
                .postgres
                .superuser()
                .sql("select state from request where public_id = ?")
                .param(request)
                .query(String.class)
                .single()
                .equals(RequestState.DISTRICT_REVIEW.name());
    }

    /** How often the outbox tells of an occasion, by request. */
    private static Map<String, Long> told(List<String> requests, String occasion) {
        return counted(
                "select r.public_id, count(*) from outbox o join request r on r.id = o.request where o.code = '%s'"
                        .formatted(occasion),
                requests);
    }

    /** How many mails have gone to the applicant, by request. */
    private static Map<String, Long> mailed(List<String> requests) {
        return counted(
                "select r.public_id, count(*) from delivery d join request r on r.id = d.request"
                        + " where d.reader = 'mail' and d.account = r.applicant and d.done_at is not null",
                requests);
    }

    private static Map<String, Long> counted(String question, List<String> requests) {
        return PRODUCTION
                .postgres
                .superuser()
                .sql(question + " and r.public_id in (:requests) group by r.public_id")
                .param("requests", requests)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long count(String question, List<String> requests) {
        return PRODUCTION
                .postgres
                .superuser()
                .sql(question.formatted(":requests"))
                .param("requests", requests)
                .query(Long.class)
                .single();
    }

    private static void sql(String statement) {
        PRODUCTION.postgres.superuser().sql(statement).update();
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A filled draft, the browser it is open in, and whether a node has said that it received it. */
    private static final class Filled {

        final String id;
        final BalancedVisitor visitor;
        final String token;
        volatile boolean acknowledged;

        Filled(String id, BalancedVisitor visitor, String token) {
            this.id = id;
            this.visitor = visitor;
            this.token = token;
        }

        boolean submit(PackagedNode node) {
            try {
                var answer = visitor.post(
                        node,
                        "/drafts/%s/submit".formatted(id),
                        Map.of("purpose", "sensitive,referral.icbc-jianghai", "_csrf", token));
                return BalancedVisitor.location(answer).endsWith("/requests/%s/receipt".formatted(id));
            } catch (UncheckedIOException dead) {
                return false;
            }
        }
    }
}
