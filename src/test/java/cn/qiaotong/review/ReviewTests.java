package cn.qiaotong.review;

import static cn.qiaotong.review.DeskFixture.CHOSEN;
import static cn.qiaotong.review.DeskFixture.DISTRICT;
import static cn.qiaotong.review.DeskFixture.OTHER;
import static cn.qiaotong.review.DeskFixture.PLANTED;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Identifiers;
import cn.qiaotong.request.Request;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The desk's pages as each person reads them: who sees what, who was faster, what is asked for and what is refused. */
@WholeDesk
class ReviewTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    Identifiers identifiers;

    @Autowired
    JdbcClient jdbc;

    DeskFixture desk;

    @BeforeEach
    void open() {
        desk = new DeskFixture(beans);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 待办任务, 受理, 尚未领取, 收件回执",
        "zh-HK, 待辦任務, 受理, 尚未領取, 收件回執",
        "en, Tasks, Intake, Not taken yet, Receipt"
    })
    void theWorklistShowsWhatThePersonMayTakeInTheirLanguage(
            String language, String title, String step, String free, String receipt) {
        var request = desk.submitted();
        var page = page(get("/review?step=intake&free=1", reviewer(), language));

        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("th[aria-sort=ascending]")).hasSize(1);
        assertThat(page.select("thead th").first().text()).isEqualTo(receipt);
        var line = line(page, request);
        assertThat(line.text()).contains(step, free);
        assertThat(page.text()).doesNotContain("??");
        assertThat(page(get("/review", approver(), language)).text()).doesNotContain(request.receipt());
    }

    @Test
    void whatIsUnusualIsSeenAtTheDesk() {
        var answers = DeskFixture.answers();
        answers.put("phone", "12800138000");
        answers.put("net_assets", "150");
        var request = desk.acts.apply(DeskFixture.SERVICE, desk.applicant(), answers);

        assertThat(page(get(task(request, "intake"), reviewer(), "en")).text())
                .contains("No known range", "This is less than ten thousand.");
        assertThat(page(get(task(desk.submitted(), "intake"), reviewer(), "en")).text())
                .doesNotContain("No known range", "This is less than ten thousand.");
    }

    @Test
    void anotherBranchNeverSeesAnythingOfTheRequest() {
        var request = desk.referred();
        var stranger = desk.someone("other-branch", OTHER, Role.BANK_REVIEWER, Role.BANK_APPROVER);
        var addresses = List.of(
                "/review",
                "/review?service=" + DeskFixture.SERVICE,
                "/review?receipt=" + request.receipt(),
                "/review/" + request.publicId(),
                task(request, "intake"),
                task(request, "confirm"),
                task(request, "bank-review"),
                task(request, "bank-confirm"));

        for (var address : addresses) {
            assertThat(Jsoup.parse(body(get(address, stranger, "en")))
                            .select("table")
                            .text())
                    .doesNotContain(request.receipt());
            assertThat(body(get(address, stranger, "en"))).as(address).doesNotContain(PLANTED);
            if (address.contains(request.publicId())) {
                assertThat(body(get(address, stranger, "en"))).as(address).doesNotContain("reviewer");
            }
        }
        assertThat(get("/review/" + request.publicId(), stranger, "en")).hasStatus(404);
        assertThat(post(task(request, "bank-review") + "/claim", stranger, Map.of()))
                .hasStatus(404);
        assertThat(body(get(task(request, "bank-review"), chosenReviewer(), "en")))
                .contains(PLANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 已于2026年3月2日, 领取这项工作",
        "zh-HK, 已於2026年3月2日, 領取這項工作",
        "en, took this task on 2 March 2026, Beijing"
    })
    void theSlowerOfTwoReadsWhoWasFaster(String language, String when, String what) {
        var request = desk.submitted();
        var faster = reviewer();
        assertThat(post(task(request, "intake") + "/claim", faster, Map.of())).hasStatus(303);

        var refused = post(task(request, "intake") + "/claim", reviewer(), Map.of(), language);

        assertThat(refused).hasStatus(409);
        assertThat(page(refused).text()).contains(faster.name(), when).doesNotContain("2026-03-02T");
        assertThat(page(get(task(request, "intake"), reviewer(), language)).select("form[id=decision]"))
                .isEmpty();
        assertThat(page(get(task(request, "intake"), faster, language)).select("form[id=decision]"))
                .hasSize(1);
    }

    @Test
    void theSlowerOfTwoGetsBackWhatTheyHadWritten() {
        var request = desk.submitted();
        var slower = holding(request, "intake");
        post(task(request, "intake") + "/release", slower, Map.of());
        assertThat(post(
                        task(request, "intake") + "/decide",
                        holding(request, "intake"),
                        Map.of("intake_decision", "refer")))
                .hasStatus(303);

        var refused = post(
                task(request, "intake") + "/decide",
                slower,
                Map.of("intake_decision", "supplement", "intake_note", "two\nlines", "reason.phone", "no <answer>"));

        assertThat(refused).hasStatus(409);
        assertThat(page(refused).select("dd.typed").eachText())
                .hasSize(3)
                .contains("no <answer>")
                .noneMatch(text -> text.equals("supplement"));
        assertThat(page(refused).select("dd.typed"))
                .anyMatch(given -> given.wholeText().equals("two\nlines"));
    }

    @Test
    void whoeverReviewedDoesNotApproveThroughWhicheverAccount() {
        var both = desk.someone("both", DISTRICT, Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER);
        var second = desk.someone("second", DISTRICT, Role.DISTRICT_APPROVER);
        people.sameHuman(second.account(), both.human());
        var request = desk.reviewed(both);

        for (var person : List.of(both, people.byAccount(second.account()))) {
            assertNoTask(request, "confirm", person);
        }
        assertThat(get(task(request, "confirm"), approver(), "en")).hasStatusOk();
    }

    @Test
    void whoeverIsNamedInARequestDoesNotDealWithIt() {
        var named = reviewer();
        people.identifier(named.account(), identifiers.indexOf("440704198002290016"));
        var request = desk.submitted();

        assertNoTask(request, "intake", people.byAccount(named.account()));
        assertThat(get("/review/" + request.publicId(), people.byAccount(named.account()), "en"))
                .hasStatus(404);
    }

    private void assertNoTask(Request request, String step, Person person) {
        assertThat(body(get("/review", person, "en"))).doesNotContain(request.receipt());
        assertThat(get(task(request, step), person, "en")).hasStatus(404);
        assertThat(post(task(request, step) + "/claim", person, Map.of())).hasStatus(404);
        assertThat(post(task(request, step) + "/decide", person, Map.of("confirm_decision", "confirm")))
                .hasStatus(404);
    }

    @Test
    void aDecisionWithMistakesComesBackAsItWasTyped() {
        var request = desk.submitted();
        var reviewer = holding(request, "intake");
        var typed = Map.of(
                "intake_decision", "supplement",
                "intake_note", "note as typed",
                "ask.tie_years", "1",
                "reason.tie_years", "reason as typed",
                "ask.phone", "1",
                "reason.phone", " ");

        var refused = post(task(request, "intake") + "/decide", reviewer, typed, "en");
        var page = page(refused);

        assertThat(refused).hasStatus(422);
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#reason-phone");
        assertThat(page.selectFirst("#reason-tie_years").text()).isEqualTo("reason as typed");
        assertThat(page.selectFirst("[name=intake_note]").text()).isEqualTo("note as typed");
        assertThat(page.selectFirst("[name=intake_decision][value=supplement]").hasAttr("checked"))
                .isTrue();
        assertThat(page.selectFirst("#ask-tie_years").hasAttr("checked")).isTrue();
        assertThat(post(task(request, "intake") + "/decide", reviewer, Map.of(), "en"))
                .hasStatus(422);
        assertThat(post(task(request, "intake") + "/decide", reviewer, Map.of("intake_decision", "supplement"), "en"))
                .hasStatus(422)
                .bodyText()
                .contains("tick at least one item");
    }

    @Test
    void anotherLanguageOrAPreviewDecidesNothingAndLosesNothing() {
        var request = desk.submitted();
        var reviewer = holding(request, "intake");
        var typed = new HashMap<>(Map.of("ask.tie_years", "1", "reason.tie_years", "请更新", "preview", "1"));

        var previewed = page(post(task(request, "intake") + "/decide", reviewer, typed, "en"));
        assertThat(previewed.selectFirst("#preview [lang=zh-Hans]").text()).contains("补正通知", "请更新", "年数");

        typed.remove("preview");
        typed.put("language", "zh-Hant");
        var switched = page(post(task(request, "intake") + "/decide", reviewer, typed, "en"));
        assertThat(switched.selectFirst("html").attr("lang")).isEqualTo("zh-Hant");
        assertThat(switched.selectFirst("#reason-tie_years").text()).isEqualTo("请更新");
    }

    @Test
    void twoItemsAreAskedForAndTheAnswerIsShownBesideWhatItWas() {
        var request = desk.submitted();
        var reviewer = holding(request, "intake");
        var asked = Map.of(
                "intake_decision", "supplement",
                "ask.tie_years", "1",
                "reason.tie_years", "reason one",
                "ask.tie_paper", "1",
                "reason.tie_paper", "reason two");

        var done = post(task(request, "intake") + "/decide", reviewer, asked);
        assertThat(done).hasStatus(303).redirectedUrl().isEqualTo("/review?done=" + request.receipt());
        assertThat(page(get("/review?done=" + request.receipt(), reviewer, "en"))
                        .selectFirst("[role=status].notice-success")
                        .text())
                .contains(request.receipt());
        desk.acts.settle(request);
        desk.acts.supplement(
                request, people.byAccount(request.applicant()), Map.of("tie_years", "2.5", "tie_paper", "paper"));

        var page = page(get(task(request, "intake"), reviewer, "en"));
        assertThat(page.select(".changed del").eachText()).contains("3");
        assertThat(page.select(".changed ins").eachText()).contains("2.5");
        assertThat(page.text()).contains("reason one", "reason two");
        assertThat(page.selectFirst("#holding").parent().text()).contains("You took this task");
    }

    @Test
    void sensitiveAnswersAreMaskedUntilAReasonIsRecorded() {
        var request = desk.submitted();
        var reviewer = reviewer();
        assertThat(body(get(task(request, "intake"), reviewer, "en"))).doesNotContain("440704198002290016");
        assertThat(post(task(request, "intake") + "/reveal", reviewer, Map.of(), "en"))
                .hasStatus(422);
        assertThat(reveals(request)).isZero();

        var shown = post(task(request, "intake") + "/reveal", reviewer, Map.of("reason", "compare"), "en");

        assertThat(body(shown)).contains("440704198002290016");
        assertThat(reveals(request)).isEqualTo(1);
        assertThat(body(get(task(request, "intake"), reviewer, "en"))).doesNotContain("440704198002290016");
    }

    private long reveals(Request request) {
        return jdbc.sql("select count(*) from audit_entry where code = 'request.revealed' and reference = :id")
                .param("id", request.id().value().toString())
                .query(Long.class)
                .single();
    }

    @Test
    void notesStayInTheOrganisationThatWroteThem() {
        var request = desk.referred();
        var bank = chosenReviewer();
        desk.acts.decide(
                request,
                "bank-review",
                bank,
                Map.of("bank_outcome", "account_paired", "bank_note", PLANTED + "-bank"),
                Map.of());
        var district = body(get("/review/" + request.publicId(), reviewer(), "en"));
        var branch = body(get("/review/" + request.publicId(), bank, "en"));

        assertThat(district).contains(PLANTED + "-district").doesNotContain(PLANTED + "-bank", bank.name());
        assertThat(branch)
                .contains(PLANTED + "-bank", bank.name())
                .doesNotContain(PLANTED + "-district", "reviewer", "district-approver");
    }

    @Test
    void aBankIsNotToldWhoAtTheDistrictWasFaster() {
        var request = desk.referred();

        assertThat(get(task(request, "intake"), chosenReviewer(), "en")).hasStatus(404);
        assertThat(get(task(request, "intake"), reviewer(), "en")).hasStatus(409);
    }

    @Test
    void theReceiptOpensTheTaskOrTheCase() {
        var request = desk.submitted();

        assertThat(get("/review?receipt=" + request.receipt().toLowerCase(), reviewer(), "en"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo(task(request, "intake"));
        assertThat(get("/review?receipt=" + request.receipt(), approver(), "en"))
                .redirectedUrl()
                .isEqualTo("/review/" + request.publicId());
        assertThat(get("/review?receipt=NOSUCH", reviewer(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("no request with the receipt NOSUCH");
    }

    @Test
    void everyAnswerIsShownOnceAndBesideWhatItWasOnlyAfterASupplement() {
        var request = desk.submitted();

        var page = page(get("/review/" + request.publicId(), approver(), "en"));

        assertThat(page.select("dt").eachText()).containsOnlyOnce("Name");
        assertThat(page.select("ins, del")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, '人民币 1,000,000 元'", "zh-HK, '人民幣 1,000,000 元'", "en, 'CNY 1,000,000'"})
    void aRuleNamesItsAmountOnceAsThePortalDoes(String language, String amount) {
        var request = desk.submitted();

        var desks = page(get("/review/" + request.publicId(), approver(), language));
        var own = page(get("/requests/" + request.publicId(), people.byAccount(request.applicant()), language));

        assertThat(desks.select("#checks ~ .table-scroll td span").eachText()).containsOnlyOnce(amount);
        assertThat(own.text()).contains(amount);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 任务", "zh-HK, 任務", "en, task"})
    void anEmptyWorklistSaysSoOnceAndWhatIsNext(String language, String task) {
        var newcomer = desk.someone(
                "newcomer", new cn.qiaotong.identity.Organisation("branch-without-requests"), Role.BANK_REVIEWER);

        var page = page(get("/review?done=JH-0000-0000-0", newcomer, language));

        assertThat(page.select("main p").eachText().stream().filter(text -> text.contains(task)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 自动核对, 不符合, 由银行判断, 演示数据",
        "zh-HK, 自動核對, 不符合, 由銀行判斷, 示範數據",
        "en, Automatic checks, Not met, The bank decides, Demo"
    })
    void theCheckedConditionsAreExplained(String language, String title, String no, String bank, String demo) {
        var request = desk.submitted();
        var page = page(get("/review/" + request.publicId(), approver(), language));

        assertThat(page.selectFirst("#checks").text()).isEqualTo(title);
        assertThat(page.text()).contains(bank).doesNotContain("??");
        assertThat(page.select("#files ~ ul a").eachAttr("href")).allMatch(href -> href.startsWith("/documents/"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"APPLICANT", "LEADER", "ADMINISTRATOR", "AUDITOR"})
    void othersAreTurnedAway(Role role) {
        var request = desk.submitted();
        var someone = desk.someone("other", DISTRICT, role);

        for (var address : List.of("/review", "/review/" + request.publicId(), task(request, "intake"))) {
            assertThat(get(address, someone, "en")).hasStatus(403);
        }
    }

    private Person holding(Request request, String step) {
        var reviewer = reviewer();
        post(task(request, step) + "/claim", reviewer, Map.of());
        return reviewer;
    }

    private Person reviewer() {
        return desk.someone("reviewer", DISTRICT, Role.DISTRICT_REVIEWER);
    }

    private Person approver() {
        return desk.someone("approver", DISTRICT, Role.DISTRICT_APPROVER);
    }

    private Person chosenReviewer() {
        return desk.someone("chosen-branch", CHOSEN, Role.BANK_REVIEWER);
    }

    private static String task(Request request, String step) {
        return "/review/%s/%s".formatted(request.publicId(), step);
    }

    private static org.jsoup.nodes.Element line(Document page, Request request) {
        return page.select("tbody tr").stream()
                .filter(row -> row.text().contains(request.receipt()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.select("main").text()));
    }

    private MvcTestResult get(String address, Person person, String language) {
        return mvc.get()
                .uri(java.net.URI.create(address))
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }

    private MvcTestResult post(String address, Person person, Map<String, String> typed) {
        return post(address, person, typed, "en");
    }

    private MvcTestResult post(String address, Person person, Map<String, String> typed, String language) {
        var request = mvc.post()
                .uri(java.net.URI.create(address))
                .with(as(person))
                .with(csrf())
                .header("Accept-Language", language);
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Document page(MvcTestResult result) {
        return Jsoup.parse(body(result));
    }
}
