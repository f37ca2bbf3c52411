package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Ground;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The loop by which the district and the banks ask for more. The first notice of an organisation goes out at once; another
 * needs a ground and a further person, and what nobody allows never reaches the applicant.
 */
@WholeDesk
class SharedLoopTests {

    private static final Map<String, String> ASK_DISTRICT = Map.of("intake_decision", "supplement");
    private static final Map<String, String> ASK_BANK = Map.of("bank_outcome", "supplement");
    private static final Map<String, String> MEANS = Map.of("means_paper", "证明看不清楚");
    private static final Map<String, String> PAPER = Map.of("means_paper", "paper.pdf");

    @Autowired
    BeanFactory beans;

    @Autowired
    Supplements supplements;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VisitedElements visits;

    Acts acts;
    Person applicant;
    Request request;

    @BeforeEach
    void apply() {
        acts = Acts.with(beans);
        applicant = acts.applicant("asked-twice");
        request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());
    }

    @Test
    void theFirstNoticeGoesOutAtOnce() {
        acts.decide(request, "intake", ASK_DISTRICT, MEANS);

        assertThat(acts.now(request).state()).isEqualTo(RequestState.SUPPLEMENT);
        assertThat(supplements.open(request)).isPresent();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whoeverIsAskedMayWithdrawInstead() {
        toTheBank();
        acts.decide(request, "bank-review", ASK_BANK, MEANS);

        acts.withdraw(request, applicant);

        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void aSecondNoticeOfTheDistrictWaitsForItsSupervisor() {
        askedOnceByTheDistrict();
        acts.decide(request, "intake", ASK_DISTRICT, MEANS);

        assertThat(acts.openWait(request).role()).isEqualTo(Role.SUPERVISOR.key());
        assertThat(supplements.open(request)).isEmpty();
        assertThat(told()).isEqualTo(1);

        acts.decide(request, "supplement-allow", Map.of("supplement_allowed", "yes"), Map.of());

        assertThat(supplements.open(request).orElseThrow().ground()).contains(Ground.INSUFFICIENT);
        assertThat(told()).isEqualTo(2);
        acts.supplement(request, applicant, PAPER);
        assertThat(acts.openWait(request).element()).isEqualTo("intake");
    }

    @Test
    void aNoticeThatNobodyAllowsIsNeverSentAndTheStepComesBack() {
        askedOnceByTheDistrict();
        acts.decide(request, "intake", ASK_DISTRICT, MEANS);
        acts.decide(
                request,
                "supplement-allow",
                Map.of("supplement_allowed", "no", "supplement_allow_reason", "已有材料足以判断"),
                Map.of());

        assertThat(acts.openWait(request).element()).isEqualTo("intake");
        assertThat(supplements.of(request)).last().satisfies(notice -> {
            assertThat(notice.isWithheld()).isTrue();
            assertThat(notice.isOpen()).isFalse();
        });
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aSecondNoticeWithoutAGroundIsNotTaken() {
        askedOnceByTheDistrict();
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT);
        beans.getBean(Waits.class).claim(request.publicId(), "intake", reviewer);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.setAll(ASK_DISTRICT);

        var done = beans.getBean(Desk.class)
                .decide(request.publicId(), "intake", reviewer, Typed.of(typed), MEANS, Optional.empty());

        assertThat(done)
                .isInstanceOfSatisfying(Completion.Incomplete.class, incomplete -> assertThat(incomplete.errors())
                        .extracting("key")
                        .containsExactly("ground"));
    }

    /** A branch is chosen together with the consent that names it; a supplement brings no consent. */
    @Test
    void nobodyIsAskedForAnotherBranch() {
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT);
        beans.getBean(Waits.class).claim(request.publicId(), "intake", reviewer);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.setAll(ASK_DISTRICT);

        var done = beans.getBean(Desk.class)
                .decide(
                        request.publicId(),
                        "intake",
                        reviewer,
                        Typed.of(typed),
                        Map.of("branch", "请另选分行"),
                        Optional.empty());

        assertThat(done).isInstanceOf(Completion.Incomplete.class);
    }

    @Test
    void anAnswerThatIsCorrectedMovesTheRequestOnItsWay() {
        purchase("resident of Hong Kong with a new flat");
        acts.decide(request, "intake", ASK_DISTRICT, Map.of("has_filing", "网上可查到备案"));
        acts.supplement(request, applicant, Map.of("has_filing", "yes", "filing_paper", "paper.pdf"));
        toTheBank();
        acts.decide(request, "bank-review", Map.of("bank_outcome", "accepted"), Map.of());
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());
        acts.decide(request, "settle", Map.of("settle_outcome", "settled", "settled_on", "2026-03-02"), Map.of());
        acts.decide(request, "settle-confirm", Map.of("settle_confirm_decision", "confirm"), Map.of());

        assertThat(acts.now(request).outcome()).contains("settled");
    }

    @Test
    void whatFollowsFromACorrectedAnswerIsAskedWithItAndWhatNoLongerDoesIsGone() {
        purchase("resident of Macao with a second-hand flat");
        acts.decide(request, "intake", ASK_DISTRICT, Map.of("has_filing", "查不到备案"));

        var form = supplements.form(request, supplements.open(request).orElseThrow());
        assertThat(form.fields()).extracting(Field::key).containsExactly("has_filing", "filing_paper");
        acts.supplement(request, applicant, Map.of("has_filing", "no"));

        var answers = files.own(request.publicId(), applicant).answers();
        assertThat(answers.get("has_filing")).contains("no");
        assertThat(answers.get("filing_paper")).isEmpty();
        assertThat(answers.get("contract_paper")).isPresent();
    }

    @Test
    void aPersonWhomAnAnswerAddsSignsAPaperToo() {
        request = acts.apply(
                "home-mortgage", applicant, example("home-mortgage", "owner with a spouse and a bank in Macao"));
        acts.decide(request, "intake", ASK_DISTRICT, Map.of("co_owners", "还有一位共有人"));
        var before = thirdPersons();

        acts.supplement(
                request,
                applicant,
                Map.of(
                        "co_owners.0.co_owner_name", "李振华",
                        "co_owners.0.co_owner_relation", "spouse",
                        "co_owners.1.co_owner_name", "李小华",
                        "co_owners.1.co_owner_relation", "other",
                        "co_owner_consents", "paper.pdf, paper.pdf"));

        assertThat(before)
                .extracting(consent -> consent.subject().orElseThrow())
                .containsExactly("co_owners.0");
        assertThat(thirdPersons())
                .filteredOn(Consent::live)
                .extracting(consent -> consent.subject().orElseThrow())
                .containsExactly("co_owners.0", "co_owners.1");
    }

    @Test
    void theFirstNoticeOfABankIsNoSecondOfTheDistrict() {
        askedOnceByTheDistrict();
        toTheBank();
        acts.decide(request, "bank-review", ASK_BANK, MEANS);

        assertThat(supplements.open(request)).isPresent();
        assertThat(supplements.open(request).orElseThrow().organisation()).contains(Southbound.BRANCH);
    }

    @Test
    void aSecondNoticeOfABankWaitsForItsSecondPerson() {
        toTheBank();
        acts.decide(request, "bank-review", ASK_BANK, MEANS);
        acts.supplement(request, applicant, PAPER);
        acts.decide(request, "bank-review", ASK_BANK, MEANS);

        var open = acts.openWait(request);
        assertThat(open.role()).isEqualTo(Role.BANK_APPROVER.key());
        assertThat(open.organisation()).contains(new Organisation("icbc-jianghai"));

        acts.decide(request, "bank-supplement-allow", Map.of("bank_supplement_allowed", "yes"), Map.of());
        assertThat(acts.now(request).state()).isEqualTo(RequestState.SUPPLEMENT);
    }

    @Test
    void everyElementOfTheLoopIsReached() {
        visits.watch();
        aSecondNoticeOfTheDistrictWaitsForItsSupervisor();
        apply();
        aNoticeThatNobodyAllowsIsNeverSentAndTheStepComesBack();
        apply();
        aSecondNoticeOfABankWaitsForItsSecondPerson();
        var clock = beans.getBean(MutableClock.class);
        clock.set(clock.instant().plus(java.time.Duration.ofDays(30)));
        acts.fireDueTimers(request);

        assertThat(acts.now(request).state()).isEqualTo(RequestState.EXPIRED);
        assertThat(beans.getBean(PublicServices.class)
                        .find(Southbound.SERVICE)
                        .orElseThrow()
                        .current()
                        .model()
                        .drawing("supplement")
                        .orElseThrow()
                        .nodes())
                .extracting(Node::id)
                .allMatch(visits::contains);
    }

    private void purchase(String example) {
        request = acts.apply("home-purchase-payment", applicant, example("home-purchase-payment", example));
    }

    private static Map<String, String> example(String service, String name) {
        return ServiceExamples.of(service).answers(name);
    }

    private List<Consent> thirdPersons() {
        return files.own(request.publicId(), applicant).consents().stream()
                .filter(consent -> consent.purpose().equals(Consent.THIRD_PERSON))
                .toList();
    }

    private void askedOnceByTheDistrict() {
        acts.decide(request, "intake", ASK_DISTRICT, MEANS);
        acts.supplement(request, applicant, PAPER);
    }

    private void toTheBank() {
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
    }

    private long told() {
        return jdbc.sql("select count(*) from outbox where request = :id and code = 'supplement-asked'")
                .param("id", request.id().value())
                .query(Long.class)
                .single();
    }
}
