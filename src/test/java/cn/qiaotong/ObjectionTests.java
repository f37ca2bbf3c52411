package cn.qiaotong;

import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.consent.Consents;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.notification.Post;
import cn.qiaotong.objection.RequestObjections;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What an applicant does against an outcome: people who did not deal with the request answer, each of them one step, and the
 * request stays as it was.
 */
@WholeDesk
class ObjectionTests {

    private static final String WORDS = "我不同意QOBJECTION";

    @Autowired
    BeanFactory beans;

    @Autowired
    RequestObjections objections;

    @Autowired
    Waits waits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MutableClock clock;

    @Autowired
    VisitedElements visits;

    Acts acts;
    Person applicant;
    Request request;

    @BeforeEach
    void apply() {
        acts = Acts.with(beans);
        applicant = acts.applicant("objects-" + UUID.randomUUID());
        request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"upheld", "partly", "dismissed"})
    void theDistrictAnswersAnObjectionToItsDecision(String outcome) {
        closedByTheDistrict();
        object();

        assertThat(acts.openWait(request).organisation()).contains(Organisation.DISTRICT);
        review("", outcome);
        confirm("", "confirm");

        assertThat(answer()).isEqualTo("objection-" + outcome);
        assertThat(runningClocks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upheld", "partly", "dismissed"})
    void theBranchAnswersAnObjectionToItsDecision(String outcome) {
        closedByTheBank();
        object();

        assertThat(acts.openWait(request).organisation()).contains(Southbound.BRANCH);
        review("bank_", outcome);
        confirm("bank_", "confirm");

        assertThat(answer()).isEqualTo("objection-" + outcome);
        assertThat(runningClocks()).isZero();
    }

    @Test
    void everyElementOfTheDrawingIsReached() {
        visits.watch();
        for (var outcome : List.of("upheld", "partly", "dismissed")) {
            apply();
            theDistrictAnswersAnObjectionToItsDecision(outcome);
        }
        apply();
        closedByTheBank();
        object();
        review("bank_", "upheld");
        confirm("bank_", "return");
        review("bank_", "dismissed");
        confirm("bank_", "confirm");

        assertThat(answer()).isEqualTo("objection-dismissed");
        assertThat(beans.getBean(PublicServices.class)
                        .find(Southbound.SERVICE)
                        .orElseThrow()
                        .current()
                        .model()
                        .drawing("objection")
                        .orElseThrow()
                        .nodes())
                .extracting(Node::id)
                .allMatch(visits::contains);
    }

    @Test
    void whoeverDealtWithTheRequestTakesNoStepOfTheObjection() {
        closedByTheDistrict();
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Organisation.DISTRICT);
        var approver = acts.staff(Role.DISTRICT_APPROVER, Organisation.DISTRICT);
        object();

        refuses("objection-review", reviewer);
        review("", "dismissed");
        refuses("objection-confirm", approver);
    }

    @Test
    void whoeverDealtWithTheRequestAtTheBranchTakesNoStepThere() {
        closedByTheBank();
        object();

        refuses("bank-objection-review", acts.staff(Role.BANK_REVIEWER, Southbound.BRANCH));
        review("bank_", "dismissed");
        refuses("bank-objection-confirm", acts.staff(Role.BANK_APPROVER, Southbound.BRANCH));
    }

    @Test
    void nobodyDoesBothSteps() {
        closedByTheDistrict();
        object();
        var both = acts.person(
                "both-" + UUID.randomUUID(),
                Optional.of(Organisation.DISTRICT),
                Role.DISTRICT_REVIEWER,
                Role.DISTRICT_APPROVER);
        acts.decide(request, "objection-review", both, reviewed("", "upheld"), Map.of());

        refuses("objection-confirm", both);

        confirm("", "return");
        assertThat(acts.openWait(request).isHeldBy(both.account())).isTrue();
    }

    @Test
    void theRecordOfTheRequestStaysAsItWas() {
        closedByTheBank();
        var before = acts.now(request);
        object();
        assertThat(acts.now(request)).isEqualTo(before);

        review("bank_", "partly");
        assertThat(acts.now(request)).isEqualTo(before);
        confirm("bank_", "confirm");

        assertThat(acts.now(request)).isEqualTo(before);
        assertThat(before.state()).isEqualTo(RequestState.CLOSED);
    }

    @Test
    void theTimeOfEachStepRunsAndIsOverWithIt() {
        closedByTheDistrict();
        object();

        assertThat(acts.openWait(request).due()).isPresent();
        assertThat(runningClocks()).isOne();
        review("", "upheld");
        assertThat(runningClocks()).isOne();
        confirm("", "confirm");
        assertThat(runningClocks()).isZero();
    }

    @Test
    void aBranchThatHasLeftIsNotAsked() {
        closedByTheBank();
        takeTheReferralBack();

        object();

        assertThat(acts.openWait(request).organisation()).contains(Organisation.DISTRICT);
    }

    @Test
    void whatABranchHadToAnswerGoesToTheDistrictWhenTheBranchLeaves() {
        closedByTheBank();
        object();
        acts.take(request);

        takeTheReferralBack();

        var open = acts.openWait(request);
        assertThat(open.organisation()).contains(Organisation.DISTRICT);
        assertThat(runningClocks()).isOne();
        assertThat(page(address(), "en").select("main").text()).contains("district finance office");
        assertThat(told("objection-received")).isEqualTo(2);
        review("", "dismissed");
        confirm("", "confirm");
        assertThat(answer()).isEqualTo("objection-dismissed");
    }

    private void takeTheReferralBack() {
        var referral = beans.getBean(Consents.class).of(request.id()).stream()
                .filter(consent -> consent.purpose().equals(Consent.REFERRAL))
                .findFirst()
                .orElseThrow();
        beans.getBean(Requests.class).withdrawConsent(request.publicId(), referral.id(), applicant);
        acts.settle(request);
    }

    @Test
    void aWithdrawnRequestMayBeComplainedOfToTheDistrict() {
        acts.withdraw(request, applicant);

        object();

        assertThat(acts.openWait(request).element()).isEqualTo("objection-review");
        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void anotherPersonsRequestIsNotFound() {
        closedByTheDistrict();
        var other = acts.applicant("other-" + UUID.randomUUID());

        assertThatThrownBy(() -> objections.make(request.publicId(), WORDS, other))
                .isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri(address()).with(as(other))).hasStatus(404);
        assertThat(posted(other, "en", WORDS)).hasStatus(404);
    }

    @Test
    void anOpenRequestASecondObjectionAndALateOneAreRefused() {
        refuses("objection.refused.open");

        closedByTheDistrict();
        object();
        refuses("objection.refused.already");
        review("", "upheld");
        confirm("", "confirm");
        refuses("objection.refused.already");

        apply();
        closedByTheDistrict();
        clock.set(clock.instant().plus(Duration.ofDays(61)));
        refuses("objection.refused.late");
    }

    @Test
    void onTheLastDayItIsTaken() {
        closedByTheDistrict();
        clock.set(clock.instant().plus(Duration.ofDays(60)));

        object();

        assertThat(acts.openWait(request).element()).isEqualTo("objection-review");
    }

    @Test
    void theWordsAreReadByWhoeverHasTakenTheStepAlone() {
        closedByTheDistrict();
        object();
        var taker =
                acts.person("taker-" + UUID.randomUUID(), Optional.of(Organisation.DISTRICT), Role.DISTRICT_REVIEWER);
        var colleague = acts.person(
                "colleague-" + UUID.randomUUID(), Optional.of(Organisation.DISTRICT), Role.DISTRICT_REVIEWER);
        var task = "/review/%s/objection-review".formatted(request.publicId());
        assertThat(text(task, taker)).doesNotContain(WORDS);

        waits.claim(request.publicId(), "objection-review", taker);

        assertThat(text(task, taker)).contains(WORDS);
        assertThat(text(task, colleague)).doesNotContain(WORDS);
        assertThat(text("/review/" + request.publicId(), colleague)).doesNotContain(WORDS);
        assertThat(text("/review/" + request.publicId(), acts.staff(Role.DISTRICT_REVIEWER, Organisation.DISTRICT)))
                .doesNotContain(WORDS);
        acts.decide(request, "objection-review", taker, reviewed("", "upheld"), Map.of());
        assertThat(text("/review/" + request.publicId(), taker)).doesNotContain(WORDS);
    }

    @Test
    void nothingOfTheWordsIsWhereItIsNotSealed() {
        closedByTheDistrict();
        object();
        review("", "upheld");
        confirm("", "confirm");
        Post.dispatch(beans);

        assertThat(new Traces(jdbc, List.of(), null).inTables("QOBJECTION")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 如果您不同意, 行政复议, 江海区金融工作办公室, 异议或投诉成立, 所依据的事实有误或不完整",
        "zh-HK, 如您不同意, 行政復議, 江海區金融工作辦公室, 異議或投訴成立, 所依據的事實有誤或不完整",
        "en, If you disagree, administrative reconsideration, Jianghai District Finance Office, is upheld, The facts it rested on"
    })
    void thePageSaysTheRemedyTakesTheObjectionAndShowsTheAnswer(
            String language, String title, String remedy, String by, String outcome, String reason) {
        closedByTheDistrict();
        var follow = page("/requests/" + request.publicId(), language);
        assertThat(follow.selectFirst("#remedy").text()).isEqualTo(title);
        assertThat(follow.select("main").text()).contains(remedy).doesNotContain("??");
        assertThat(follow.select("main a[href$=objection]")).hasSize(1);
        var form = page(address(), language);
        assertThat(form.select("main").text()).contains(remedy).doesNotContain("??");

        var wrong = posted(applicant, language, WORDS + "长".repeat(2000));
        assertThat(wrong).hasStatus(422);
        assertThat(Jsoup.parse(body(wrong)).selectFirst("textarea").val()).startsWith(WORDS);
        assertThat(posted(applicant, language, "  ")).hasStatus(422);
        assertThat(posted(applicant, language, WORDS)).hasStatus3xxRedirection();

        assertThat(page(address(), language).select("main").text())
                .contains(by, WORDS)
                .doesNotContain("??");
        var again = posted(applicant, language, WORDS);
        assertThat(again).hasStatus(409);
        assertThat(body(again)).contains(WORDS);
        review("", "upheld");
        confirm("", "confirm");
        Post.dispatch(beans);
        assertThat(page("/requests/" + request.publicId(), language)
                        .select("main")
                        .text())
                .contains(outcome, reason)
                .doesNotContain("??");
        assertThat(page("/inbox", language).select("main").text())
                .as("in the language that the applicant is written to in")
                .contains("异议或投诉成立", "所依据的事实有误或不完整", "由江海区金融工作办公室没有经办过该申请的人员答复")
                .doesNotContain("??");
    }

    @Test
    void theAnswerToAnObjectionIsNotTheReasonOfTheResult() {
        closedByTheDistrict();
        var notice = page("/requests/" + request.publicId(), "en")
                .selectFirst("main .notice")
                .text();
        object();
        review("", "upheld");
        confirm("", "confirm");

        assertThat(page("/requests/" + request.publicId(), "en")
                        .selectFirst("main .notice")
                        .text())
                .isEqualTo(notice);
    }

    private void closedByTheDistrict() {
        acts.decide(request, "intake", Map.of("intake_decision", "not_covered"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        assertThat(acts.now(request).outcome()).contains("not-covered");
    }

    private void closedByTheBank() {
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        acts.decide(request, "bank-review", Map.of("bank_outcome", "quota_full"), Map.of());
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());
        assertThat(acts.now(request).state()).isEqualTo(RequestState.CLOSED);
    }

    private void object() {
        objections.make(request.publicId(), WORDS, applicant);
        acts.settle(request);
    }

    private void review(String prefix, String outcome) {
        acts.decide(request, prefix.replace('_', '-') + "objection-review", reviewed(prefix, outcome), Map.of());
    }

    private static Map<String, String> reviewed(String prefix, String outcome) {
        return Map.of(
                prefix + "remedy_outcome",
                outcome,
                prefix + "remedy_reason",
                "facts",
                prefix + "remedy_follows",
                "refile");
    }

    private void confirm(String prefix, String decision) {
        var answers = decision.equals("confirm")
                ? Map.of(prefix + "remedy_confirmed", decision)
                : Map.of(prefix + "remedy_confirmed", decision, prefix + "remedy_return_reason", "再看一次");
        acts.decide(request, prefix.replace('_', '-') + "objection-confirm", answers, Map.of());
    }

    private void refuses(String element, Person person) {
        assertThat(acts.openWait(request).element()).isEqualTo(element);
        assertThat(waits.find(request.publicId(), element, person)).isEmpty();
        assertThatThrownBy(() -> waits.claim(request.publicId(), element, person))
                .isInstanceOf(NotFound.class);
    }

    private void refuses(String reason) {
        assertThatThrownBy(() -> objections.make(request.publicId(), WORDS, applicant))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.key()).isEqualTo(reason));
    }

    private String answer() {
        assertThat(waits.of(request)).noneMatch(Wait::isOpen);
        return jdbc.sql("select outcome from request_objection where request = :id and answered_at is not null")
                .param("id", request.id().value())
                .query(String.class)
                .single();
    }

    private long told(String occasion) {
        return jdbc.sql("select count(*) from outbox where request = :id and code = :code")
                .param("id", request.id().value())
                .param("code", occasion)
                .query(Long.class)
                .single();
    }

    private long runningClocks() {
        return jdbc.sql("select count(*) from clock where request = :id and closed_at is null")
                .param("id", request.id().value())
                .query(Long.class)
                .single();
    }

    private String address() {
        return "/requests/%s/objection".formatted(request.publicId());
    }

    private String text(String address, Person person) {
        return Jsoup.parse(body(mvc.get().uri(address).with(as(person)).exchange()))
                .body()
                .text();
    }

    private Document page(String address, String language) {
        var result = mvc.get()
                .uri(address)
                .with(as(applicant))
                .header("Accept-Language", language)
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(body(result));
    }

    private MvcTestResult posted(Person person, String language, String text) {
        return mvc.post()
                .uri(address())
                .param("text", text)
                .with(as(person))
                .with(csrf())
                .header("Accept-Language", language)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
