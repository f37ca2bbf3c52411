package cn.qiaotong;

import static cn.qiaotong.Subsidy.DISTRICT;
import static cn.qiaotong.Subsidy.FINANCE;
import static cn.qiaotong.Subsidy.SERVICE;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.grant.Claim;
import cn.qiaotong.grant.Claims;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Step;
import cn.qiaotong.publicity.PublicNotices;
import cn.qiaotong.request.Request;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Waits;
import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Money is given once, to whom two people decided, out of what is there, and the public sees no more than it must. */
@WholeDesk
class SubsidyTests {

    private static final String LINE = "cross-border-financing-fund";
    private static final BigDecimal ENTITLED = new BigDecimal("72600.00");
    private static final Duration AFTER_THE_NOTICE = Duration.ofDays(9);

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Claims claims;

    @Autowired
    Ledger ledger;

    @Autowired
    Waits waits;

    @Autowired
    People people;

    @Autowired
    PublicNotices notices;

    @Autowired
    MutableClock clock;

    @Autowired
    TransactionTemplate transaction;

    Acts acts;
    Budgets budgets;
    Person applicant;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
        budgets = Budgets.with(beans);
        budgets.refill(SERVICE);
        applicant = acts.applicant("firm-" + UUID.randomUUID());
    }

    @Test
    void ofTwoApprovalsForTheLastYuanOneIsToldThatTheBudgetIsShort() throws Exception {
        var first = reviewed(Map.of());
        var second = reviewed(Map.of());
        budgets.leave(SERVICE, ENTITLED);

        together(List.of(() -> approve(first), () -> approve(second)));

        assertThat(List.of(first, second))
                .filteredOn(request -> claims.of(request.id()).isPresent())
                .hasSize(1);
        assertThat(List.of(first, second))
                .filteredOn(request -> isOpen(request, "budget"))
                .hasSize(1);
        assertThat(ledger.balance(LINE, 2026).free()).isEqualByComparingTo("0");
    }

    @Test
    void whatAnotherRequestTookMeanwhileIsSeenBeforeAnythingIsReserved() {
        var firm = Made.filled("{uscc}", UUID.randomUUID());
        var large = Map.of("uscc", firm, "drawn_amount", "40000000", "vouchers.1.interest_paid", "1000000");
        var first = reviewed(large);
        var second = reviewed(large);
        approve(first);
        acts.decide(first, "sign-off", Map.of("sign_off_outcome", "confirm"), Map.of());

        approve(second);
        acts.decide(second, "sign-off", Map.of("sign_off_outcome", "confirm"), Map.of());

        assertThat(claims.of(first.id())).map(Claim::amount).hasValueSatisfying(amount -> assertThat(amount)
                .isEqualByComparingTo("342600"));
        assertThat(claims.of(second.id())).isEmpty();
        assertThat(isOpen(second, "review")).isTrue();
        assertThat(text("/requests/" + second.publicId(), applicant)).contains("本年已拨付或已预留给该企业", "157,400.00");
    }

    @Test
    void aFirmThatHadItsRatingSubsidyOfTheYearIsToldThatNothingMoreIsDue() {
        var firm = Map.of("uscc", Made.filled("{uscc}", UUID.randomUUID()));
        var first = acts.apply("rating-subsidy", applicant, Subsidy.example("rating-subsidy", "rated firm", firm));
        acts.decide(first, "intake", Map.of("intake_decision", "complete"), Map.of());
        acts.decide(first, "review", Map.of("review_outcome", "grant", "review_verified", "true"), Map.of());
        acts.decide(first, "approve", Map.of("approve_outcome", "confirm"), Map.of());

        var second = acts.apply("rating-subsidy", applicant, Subsidy.example("rating-subsidy", "rated firm", firm));

        assertThat(claims.of(first.id())).isPresent();
        assertThat(text("/requests/" + second.publicId(), applicant)).contains("该企业本年已获补贴，每年只补一次");
    }

    @Test
    void aVoucherCountsInOneRequestOnlyWhoeverHandsItIn() {
        var voucher = Map.of("vouchers.0.voucher_number", "Z 9-" + UUID.randomUUID());
        var first = reviewed(voucher);
        approve(first);

        var again = acts.apply(SERVICE, applicant, Subsidy.answers(voucher));

        assertThat(text("/requests/" + again.publicId(), applicant)).contains("该凭证已在另一申请中计入", "30,000.00");
    }

    @Test
    void isPaidOnceHoweverOftenItIsSaid() {
        var request = published(Map.of());
        pay(request);
        var claim = claims.of(request.id()).orElseThrow();
        var spent = ledger.balance(LINE, 2026).spent();

        transaction.executeWithoutResult(
                status -> beans.getBean("pay", Step.class).run(request.id(), Map.of()));

        assertThat(claim.paid()).isTrue();
        assertThat(ledger.balance(LINE, 2026).spent()).isEqualByComparingTo(spent);
        assertThat(ledger.reservation(claim.id()).orElseThrow().spent()).isEqualByComparingTo(claim.amount());
        assertThatThrownBy(() -> acts.decide(
                        request,
                        "payment",
                        acts.staff(Role.PAYER, FINANCE),
                        Map.of("payment_outcome", "paid", "payment_on", "2026-03-02"),
                        Map.of()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void noMoreIsClaimedBackThanWasPaid() {
        var request = published(Map.of());
        pay(request);
        var claim = claims.of(request.id()).orElseThrow();

        assertThat(text("/requests/" + request.publicId(), applicant)).doesNotContain("追回的金额");
        claimBack(request, "72600.01");
        assertThat(isOpen(request, "follow-up")).isTrue();
        assertThat(ledger.reservation(claim.id()).orElseThrow().returned()).isEqualByComparingTo("0");

        claimBack(request, "72600");
        assertThat(acts.now(request).outcome()).contains("clawed-back");
        assertThat(ledger.reservation(claim.id()).orElseThrow().returned()).isEqualByComparingTo(ENTITLED);
        assertThat(text("/requests/" + request.publicId(), applicant)).contains("决定追回的金额 人民币 72,600.00 元");
    }

    @Test
    void nothingIsPaidThatIsNotReserved() {
        var request = reviewed(Map.of());

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> beans.getBean("pay", Step.class).run(request.id(), Map.of())))
                .hasMessage("nothing is reserved to be paid");
    }

    @Test
    void whoReviewedDoesNotPayThroughAnotherAccount() {
        var request = published(Map.of());
        endTheNotice(request);
        acts.decide(request, "payment-prepare", Map.of("payment_checked", "true"), Map.of());
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, DISTRICT);
        var other = acts.person("second-account-" + UUID.randomUUID(), Optional.of(FINANCE), Role.PAYER);
        assertThat(waits.find(request.publicId(), "payment", other)).isPresent();

        people.sameHuman(other.account(), reviewer.human());

        var now = people.byAccount(other.account());
        assertThat(waits.find(request.publicId(), "payment", now)).isEmpty();
        assertThatThrownBy(() -> waits.claim(request.publicId(), "payment", now))
                .isInstanceOf(NotFound.class);
        assertThat(get("/review/%s/payment".formatted(request.publicId()), now)).hasStatus(404);
    }

    @Test
    void whoHandledTheRequestDoesNotDecideOnAnObjection() {
        var request = published(Map.of());
        acts.object(request, "重复补贴");
        endTheNotice(request);

        var approver = acts.staff(Role.DISTRICT_APPROVER, DISTRICT);
        assertThat(waits.find(request.publicId(), "objection", approver)).isEmpty();
        acts.decide(
                request,
                "objection",
                Map.of(
                        "objection_outcome",
                        "upheld",
                        "objection_grounds",
                        "属实",
                        "objection_reason",
                        "objection_upheld"),
                Map.of());
        assertThat(acts.now(request).outcome()).contains("refused");
        assertThat(claims.of(request.id())).isEmpty();
    }

    @Test
    void anObjectionAfterTheNoticeIsRefused() throws Exception {
        var request = published(Map.of());
        var address =
                "/public-notices/" + notices.of(request.id()).orElseThrow().publicId();
        assertThat(object(address, "")).hasStatus(422);
        assertThat(object(address, "理由")).hasStatus(303);

        clock.advance(AFTER_THE_NOTICE);

        var late = object(address, "太晚");
        assertThat(late).hasStatus(409);
        assertThat(Jsoup.parse(body(late)).select("dd.typed").eachText()).containsExactly("太晚");
        endTheNotice(request);
        assertThat(object(address, "太晚")).hasStatus(409);
        assertThat(Jsoup.parse(body(get(address, Optional.empty()))).select("form textarea"))
                .isEmpty();
    }

    @Test
    void thePublicSeesTheFirmAndTheAmountAndNothingElse() {
        var number = "V-" + UUID.randomUUID();
        var request = published(Map.of("vouchers.0.voucher_number", number));
        var answers = Subsidy.answers(Map.of());
        acts.object(request, "Zqobjection");

        for (var address : List.of(
                "/public-notices",
                "/public-notices/" + notices.of(request.id()).orElseThrow().publicId())) {
            var page = body(get(address, Optional.empty()));
            assertThat(page).contains(answers.get("firm_name"), "72,600.00");
            assertThat(page)
                    .doesNotContain(
                            request.receipt(),
                            request.publicId(),
                            number,
                            answers.get("contact_name"),
                            answers.get("contact_phone"),
                            answers.get("bank_account"),
                            "91440704M",
                            "Zqobjection",
                            "20,000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 决定正在公示，公示期至2026年3月9日, 公示期内任何人都可以提出异议。",
        "zh-HK, 決定正在公示，公示期至2026年3月9日, 公示期內任何人均可提出異議。",
        "en, The decision is published until 9 March 2026, anybody may object."
    })
    void whileTheNoticeRunsTheApplicantIsToldUntilWhen(String language, String headline, String text) {
        var request = published(Map.of());

        var page = get("/requests/" + request.publicId(), Optional.of(applicant), language);
        assertThat(body(page)).contains(headline, text);
        assertThat(body(get("/requests", Optional.of(applicant), language))).contains(headline);

        endTheNotice(request);
        assertThat(body(get("/requests/" + request.publicId(), Optional.of(applicant), language)))
                .doesNotContain(headline, text);
    }

    @Test
    void aNoticeIsGoneAfterItsTime() {
        var request = published(Map.of());
        var address =
                "/public-notices/" + notices.of(request.id()).orElseThrow().publicId();

        clock.advance(Duration.ofDays(40));

        assertThat(get(address, Optional.empty())).hasStatus(404);
        assertThat(body(get("/public-notices", Optional.empty()))).doesNotContain(address);
    }

    @Test
    void aPersonalFieldIsNeverPublished() {
        var request = published(Map.of());
        var fresh = reviewed(Map.of());
        assertThat(claims.of(request.id())).isPresent();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> beans.getBean("publish", Step.class)
                        .run(fresh.id(), Map.of("name", "contact_name", "until", "publicity", "gone", "notice-shown"))))
                .hasMessage("the field contact_name is personal and not for the public");
    }

    @Test
    void objectionsAreForTheDistrictsEyes() {
        var request = published(Map.of());
        acts.object(request, "Zqobjection");

        assertThat(text("/review/" + request.publicId(), acts.staff(Role.DISTRICT_REVIEWER, DISTRICT)))
                .contains("Zqobjection");
        assertThat(text("/requests/" + request.publicId(), applicant))
                .contains("公示")
                .doesNotContain("Zqobjection");
    }

    @Test
    void aDepartmentReadsTheCalculationOnlyWhereItReadsTheVouchers() {
        var request = acts.apply(SERVICE, applicant, Subsidy.answers(Map.of()));
        acts.decide(request, "review", Map.of("review_outcome", "grant"), Map.of());
        var science = acts.staff(Role.DEPARTMENT_REVIEWER, new Organisation("science-technology"));
        assertThat(text("/review/%s/science".formatted(request.publicId()), science))
                .doesNotContain("补贴测算", "72,600.00", "6200000000000000");

        acts.decide(request, "science", Map.of("science_opinion", "agree"), Map.of());
        acts.decide(request, "tax", Map.of("tax_opinion", "agree"), Map.of());
        approve(request);
        endTheNotice(request);
        var finance = acts.staff(Role.DEPARTMENT_REVIEWER, FINANCE);
        assertThat(text("/review/%s/payment-prepare".formatted(request.publicId()), finance))
                .contains("补贴测算（已预留）", "72,600.00")
                .doesNotContain("13800138000");
    }

    @Test
    void anEstimateTellsNobodyWhatAFirmWasPaid() {
        var firm = Made.filled("{uscc}", UUID.randomUUID());
        var paid = published(Map.of("uscc", firm, "drawn_amount", "40000000", "vouchers.1.interest_paid", "800000"));
        assertThat(claims.of(paid.id())).isPresent();
        var stranger = acts.applicant("stranger-" + UUID.randomUUID());
        var draft = acts.draft(
                SERVICE,
                stranger,
                Subsidy.answers(
                        Map.of("uscc", firm, "drawn_amount", "40000000", "vouchers.1.interest_paid", "1000000")));

        assertThat(text("/drafts/%s/check".formatted(draft), stranger))
                .contains("大约可得多少", "342,600.00", "演示数据")
                .doesNotContain("本年已拨付或已预留给该企业");
    }

    private Request reviewed(Map<String, String> others) {
        return Subsidy.reviewed(acts, applicant, others);
    }

    private Request approve(Request request) {
        acts.decide(request, "approve", Map.of("approve_outcome", "confirm"), Map.of());
        return request;
    }

    private Request published(Map<String, String> others) {
        return Subsidy.published(acts, applicant, others);
    }

    private void endTheNotice(Request request) {
        clock.advance(AFTER_THE_NOTICE);
        acts.settle(request);
        acts.fireDueTimers(request);
        acts.settle(request);
    }

    private void pay(Request request) {
        endTheNotice(request);
        acts.decide(request, "payment-prepare", Map.of("payment_checked", "true"), Map.of());
        acts.decide(request, "payment", Map.of("payment_outcome", "paid", "payment_on", "2026-03-02"), Map.of());
    }

    private void claimBack(Request request, String amount) {
        acts.decide(
                request,
                "follow-up",
                Map.of(
                        "follow_up_outcome", "claw_back",
                        "claw_back_amount", amount,
                        "claw_back_reason", "misused"),
                Map.of());
        acts.decide(request, "claw-back-confirm", Map.of("claw_back_confirm_outcome", "confirm"), Map.of());
    }

    private boolean isOpen(Request request, String element) {
        return waits.of(request).stream()
                .anyMatch(wait -> wait.isOpen() && wait.element().equals(element));
    }

    private static void together(List<Callable<?>> acts) throws Exception {
        var pool = Executors.newFixedThreadPool(acts.size());
        var start = new CyclicBarrier(acts.size());
        try {
            var running = new ArrayList<java.util.concurrent.Future<?>>();
            for (var act : acts) {
                running.add(pool.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            for (var one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private MvcTestResult object(String address, String reason) {
        return mvc.post()
                .uri(address + "/objections")
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult get(String address, Person person) {
        return get(address, Optional.of(person));
    }

    private MvcTestResult get(String address, Optional<Person> person) {
        return get(address, person, "zh-CN");
    }

    private MvcTestResult get(String address, Optional<Person> person, String language) {
        var ask = mvc.get().uri(address).header("Accept-Language", language);
        person.ifPresent(someone -> ask.with(as(someone)));
        return ask.exchange();
    }

    private String text(String address, Person person) {
        return Jsoup.parse(body(get(address, person))).text();
    }

    private static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
