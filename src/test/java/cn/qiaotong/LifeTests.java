package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Verification;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Valid;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.life.Life;
import cn.qiaotong.life.Progress;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Requests;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A small life of the demo: whatever the examples of the folders can show is there to be seen, and all of it is made up. */
@WholeDesk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeTests {

    private static final Instant FRIDAY_AFTERNOON = Instant.parse("2026-11-20T08:00:00Z");
    /** A request that ends because nothing came for ninety days began before that. */
    private static final Duration LONGEST_TERM = Duration.ofDays(200);

    private static final int MANY_DAYS = 40;

    private static final MailServer MAIL = MailServer.start(Ports.free());

    @DynamicPropertySource
    static void aDeskOfItsOwn(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:mem:life;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200");
        properties.add("spring.mail.host", () -> Ports.LOOPBACK);
        properties.add("spring.mail.port", MAIL::port);
        properties.add("spring.mail.properties.mail.smtp.ehlo", () -> "false");
    }

    @Autowired
    BeanFactory beans;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PublicServices services;

    @Autowired
    Waits waits;

    @Autowired
    People people;

    Life life;
    Instant afterwards;

    @BeforeAll
    void live() {
        clock.set(FRIDAY_AFTERNOON);
        life = new Life(
                beans,
                clock,
                DemoPerson.all("").stream().map(DemoPerson::signIn).toList(),
                7);
        life.live(20, Progress.NONE);
        afterwards = clock.instant();
    }

    @BeforeEach
    void isThatFriday() {
        clock.set(FRIDAY_AFTERNOON);
    }

    @Test
    void everyExampleCouldBePlayed() {
        assertThat(life.stuck()).isEmpty();
        assertThat(life.missingYears()).isEmpty();
        assertThat(texts("select incident_msg_ from act_ru_incident")).isEmpty();
    }

    @Test
    void everyServiceHasRequestsInEveryOpenStep() {
        var steps = services.all().stream()
                .flatMap(service -> service.current().model().drawings().stream()
                        .flatMap(drawing -> drawing.nodes().stream())
                        .filter(node -> node.kind().equals("userTask"))
                        .filter(node -> isShown(service, node.id()))
                        .map(node -> service.key() + " " + node.id()))
                .toList();

        assertThat(texts("select distinct service || ' ' || element from waits where closed_at is null"))
                .containsAll(new TreeSet<>(steps));
    }

    private static boolean isShown(PublicService service, String step) {
        return ServiceExamples.all().stream()
                .filter(folder -> folder.service().equals(service.key()))
                .flatMap(folder -> folder.scenarios().values().stream())
                .flatMap(List::stream)
                .anyMatch(act -> act.step().equals(step));
    }

    @Test
    void everyEndThatAnExampleReachesIsReached() {
        var ends = ServiceExamples.all().stream()
                .flatMap(folder -> folder.scenarios().values().stream()
                        .map(acts -> folder.service() + " "
                                + acts.get(acts.size() - 1).text()))
                .toList();

        assertThat(texts("select distinct service || ' ' || outcome from request where outcome is not null"))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(ends));
    }

    @Test
    void theDatesAreSpreadOverTheLastWeeks() {
        var days = requests()
                .map(file -> file.request().submittedAt().atZone(ZoneId.of("Asia/Shanghai")))
                .toList();

        assertThat(days).allSatisfy(day -> assertThat(day.toInstant())
                .isBetween(FRIDAY_AFTERNOON.minus(LONGEST_TERM), FRIDAY_AFTERNOON));
        assertThat(days)
                .filteredOn(day -> day.toInstant().isAfter(FRIDAY_AFTERNOON.minus(Duration.ofDays(75))))
                .hasSizeGreaterThan(days.size() * 8 / 10);
        assertThat(days.stream().map(day -> day.toLocalDate()).distinct().count())
                .isGreaterThan(Math.min(days.size() / 3, MANY_DAYS));
        assertThat(days).allSatisfy(day -> assertThat(day.getHour()).isBetween(8, 18));
    }

    @Test
    void nothingHappenedAfterThePresentAndTheClockGoesAgain() {
        assertThat(jdbc.sql("select max(at) from audit_entry")
                        .query(Instant.class)
                        .single())
                .isBefore(FRIDAY_AFTERNOON);
        assertThat(Duration.between(afterwards, Clock.systemUTC().instant()).abs())
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void theRecordVerifies() {
        assertThat(beans.getBean(AuditTrail.class).verify(Act.DISTRICT)).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void noAnswerFailsTheCheckOfItsOwnForm() {
        assertThat(requests()).allSatisfy(file -> {
            var form = services.version(file.request().service(), file.request().deployment())
                    .apply();
            clock.set(file.request().submittedAt());
            assertThat(form.check(
                            form.typed(file.answers()),
                            beans.getBean(CheckContexts.class).now()))
                    .isInstanceOf(Valid.class);
        });
    }

    @Test
    void noIdentityCardIsOfAProvince() {
        var cards = requests()
                .flatMap(file -> file.answers().values().values().stream())
                .map(String::valueOf)
                .filter(answer -> answer.matches("\\d{17}[0-9X]"))
                .toList();

        assertThat(cards).isNotEmpty().allSatisfy(card -> assertThat(card).matches("99.*|8[123]0000190.*"));
    }

    @Test
    void mailGoesToAddressesThatCannotExist() throws MessagingException {
        assertThat(MAIL.messages()).isNotEmpty();
        for (var message : MAIL.messages()) {
            assertThat(Arrays.toString(message.getAllRecipients())).endsWith("@example.test]");
        }
    }

    @Test
    void thePeopleOfTheDemoFindSomethingToDo() {
        for (var role :
                List.of(Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER, Role.BANK_REVIEWER, Role.BANK_APPROVER)) {
            assertThat(people().filter(person -> person.has(role)))
                    .as(role.key())
                    .anyMatch(person -> waits.count(person, WaitFilter.none()) > 0);
        }
        assertThat(
                        texts(
                                "select receipt from request r join waits w on w.request = r.id"
                                        + " where w.closed_at is null and w.due_sort < timestamp with time zone '2026-11-20 08:00:00+00:00'"))
                .isNotEmpty();
        assertThat(texts("select element from waits where closed_at is null and holder is not null"))
                .isNotEmpty();
        assertThat(texts("select code from notification where read_at is null")).isNotEmpty();
    }

    private Stream<Person> people() {
        return DemoPerson.all("").stream()
                .map(person -> people.bySubject(person.signIn().subject()).orElseThrow());
    }

    private Stream<CaseFile> requests() {
        return jdbc.sql("select id from request").query(UUID.class).list().stream()
                .map(id -> beans.getBean(Requests.class).byId(new RequestId(id)))
                .map(request ->
                        beans.getBean(CaseFiles.class).own(request.publicId(), people.byAccount(request.applicant())));
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
