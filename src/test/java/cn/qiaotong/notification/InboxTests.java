package cn.qiaotong.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.Southbound;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Request;
import cn.qiaotong.signin.BrowserFixture;
import cn.qiaotong.worklist.Waits;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who is told what, and how they read it. */
@WholeDesk
class InboxTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Waits waits;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    Acts acts;
    String run;
    Person applicant;
    Request request;

    @BeforeEach
    void begin() {
        clock.set(Instant.parse("2026-03-02T01:00:00Z"));
        acts = Acts.with(beans);
        run = UUID.randomUUID().toString();
        applicant = acts.applicant("inbox-" + run);
        request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());
    }

    @Test
    void remindsWhoMayTakeTheStepAndTheSupervisorWhenItIsLate() {
        var reviewer = acts.person("inbox-reviewer-" + run, Optional.of(Southbound.DISTRICT), Role.DISTRICT_REVIEWER);
        var supervisor = acts.person(
                "inbox-supervisor-" + run, Optional.of(Southbound.DISTRICT), Role.SUPERVISOR, Role.DISTRICT_APPROVER);
        var himself = acts.person("inbox-himself-" + run, Optional.of(Southbound.DISTRICT), Role.DISTRICT_REVIEWER);
        people.sameHuman(himself.account(), applicant.human());

        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        acts.sweep();
        dispatcher.dispatch();
        assertThat(told(reviewer)).contains("wait-reminded");
        assertThat(told(supervisor)).isEmpty();

        clock.set(Instant.parse("2026-03-05T09:00:00Z"));
        for (int mark = 0; mark < 3; mark++) {
            acts.sweep();
        }
        dispatcher.dispatch();
        assertThat(told(reviewer)).contains("wait-overdue");
        assertThat(told(supervisor)).containsExactly("wait-overdue");
        assertThat(told(himself)).isEmpty();
        assertThat(told(applicant)).containsExactly("request-submitted");
    }

    @Test
    void tellsOnlyTheHolderOfAHeldStep() {
        var holder = acts.person("inbox-holder-" + run, Optional.of(Southbound.DISTRICT), Role.DISTRICT_REVIEWER);
        var colleague = acts.person("inbox-colleague-" + run, Optional.of(Southbound.DISTRICT), Role.DISTRICT_REVIEWER);
        waits.claim(request.publicId(), "intake", holder);

        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        acts.sweep();
        dispatcher.dispatch();

        assertThat(told(holder)).contains("wait-reminded");
        assertThat(told(colleague)).isEmpty();
    }

    @Test
    void keepsTheWordsOfANoticeWithLegalEffect() {
        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("phone", "号码<b>无法接通"));
        dispatcher.dispatch();

        assertThat(page(applicant, "/inbox", "en"))
                .contains("Request for more information")
                .contains("by the end of 16 March 2026")
                .contains("<div lang=\"zh-Hans\">", "请补交材料", "联系电话: 号码&lt;b&gt;无法接通", "2026年3月16日")
                .contains("/requests/" + request.publicId())
                .doesNotContain("??", "号码<b>");
        assertThat(page(applicant, "/inbox", "zh-HK")).contains("請補交文件", "跨境理財通（南向通）");
    }

    @Test
    void marksOnesOwnAsReadAndNobodyElses() {
        dispatcher.dispatch();
        var notice = jdbc.sql("select id from notification where account = :account")
                .param("account", applicant.account())
                .query(UUID.class)
                .single();
        assertThat(page(applicant, "/inbox", "en")).contains("1 unread.", "class=\"badge count\"");

        assertThat(mvc.post()
                        .uri("/inbox/" + notice + "/read")
                        .with(BrowserFixture.as(acts.applicant("stranger-" + run)))
                        .with(csrf()))
                .hasStatus(404);
        mvc.post()
                .uri("/inbox/" + notice + "/read")
                .with(BrowserFixture.as(applicant))
                .exchange();
        assertThat(page(applicant, "/inbox", "en")).contains("1 unread.");
        assertThat(mvc.post()
                        .uri("/inbox/" + notice + "/read")
                        .with(BrowserFixture.as(applicant))
                        .with(csrf()))
                .hasStatus(303);

        assertThat(page(applicant, "/inbox", "en")).contains("0 unread.", request.receipt());
        assertThat(page(applicant, "/inbox?show=unread", "en")).doesNotContain(request.receipt());
        assertThat(mvc.get().uri("/inbox")).hasStatus(303);
    }

    @Test
    void leadsToEveryNoticePageByPage() {
        dispatcher.dispatch();
        for (int number = 1; number <= 120; number++) {
            again("copy-%s-%d".formatted(run, number), number % 2 == 0 ? clock.instant() : null);
        }
        var found = new ArrayList<InboxLine>();
        var place = Optional.<InboxPage.Position>empty();
        do {
            var page = inbox.of(applicant, false, place, Locale.ENGLISH);
            assertThat(page.lines()).hasSizeLessThanOrEqualTo(50);
            found.addAll(page.lines());
            place = page.next().map(InboxPage.Position::format).flatMap(InboxPage.Position::parse);
        } while (place.isPresent());

        assertThat(found).hasSize(121).extracting(InboxLine::id).doesNotHaveDuplicates();
        assertThat(found.subList(0, 61)).allMatch(InboxLine::unread);
        assertThat(found.subList(61, 121)).noneMatch(InboxLine::unread);
        assertThat(inbox.of(applicant, true, Optional.empty(), Locale.ENGLISH).next())
                .isPresent();
        assertThat(page(applicant, "/inbox", "en")).contains("Older notices").doesNotContain("Back to the newest");
        for (var wrong : List.of("nonsense", "0_9223372036854775807_1", "1_2_3_4", "__")) {
            assertThat(page(applicant, "/inbox?after=" + wrong, "en")).contains("Older notices");
        }
    }

    private void again(String key, Instant readAt) {
        jdbc.sql(
                        """
                        insert into outbox (at, code, request, params, dedup_key)
                        select at, code, request, params, :key from outbox where id =
                            (select min(outbox) from notification where account = :account)
                        """)
                .param("key", key)
                .param("account", applicant.account())
                .update();
        jdbc.sql(
                        """
                        insert into notification (id, outbox, account, code, request, params, created_at, read_at)
                        select :id, o.id, n.account, n.code, n.request, n.params, n.created_at, :readAt
                        from notification n, outbox o where o.dedup_key = :key and n.outbox =
                            (select min(outbox) from notification where account = :account)
                            and n.account = :account
                        """)
                .param("id", UUID.randomUUID())
                .param("key", key)
                .param("readAt", readAt == null ? null : readAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("account", applicant.account())
                .update();
    }

    private List<String> told(Person person) {
        return jdbc.sql("select code from notification where account = :account and request = :request order by outbox")
                .param("account", person.account())
                .param("request", request.id().value())
                .query(String.class)
                .list();
    }

    private String page(Person person, String path, String language) {
        var result = mvc.get()
                .uri(path)
                .header("Accept-Language", language)
                .with(BrowserFixture.as(person))
                .exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
