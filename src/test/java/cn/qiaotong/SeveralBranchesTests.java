package cn.qiaotong;

import static cn.qiaotong.Financing.BOC;
import static cn.qiaotong.Financing.CCB;
import static cn.qiaotong.Financing.ICBC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.process.EngineJobs;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Figures;
import cn.qiaotong.worklist.FinishedIn;
import cn.qiaotong.worklist.Waits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** Several branches are asked about one request: each sees the request and itself, and none another, by any way. */
@WholeDesk
class SeveralBranchesTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Parties parties;

    @Autowired
    Requests requests;

    @Autowired
    CaseFiles files;

    @Autowired
    Waits waits;

    @Autowired
    Figures figures;

    Acts acts;
    Onlookers onlookers;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
        onlookers = new Onlookers(beans, acts);
    }

    @Test
    void aBranchThatWasNotChosenSeesNothing() {
        var request = Financing.referred(acts, ICBC, BOC);

        onlookers.seesNothing(request, "bank-answer", onlookers.someone(CCB, Role.BANK_REVIEWER, Role.BANK_APPROVER));
        assertThat(requests.asStaff(request.publicId(), reviewer(BOC)).id()).isEqualTo(request.id());
    }

    @Test
    void noBranchIsToldOfAnother() {
        var request = Financing.referred(acts, ICBC, BOC);
        acts.decide(
                request, "bank-answer", BOC, Map.of("bank_answer", "interested", "answer_note", "of-the-other-branch"));
        var reader = reviewer(ICBC);

        var file = files.asStaff(request.publicId(), reader);
        assertThat(file.answers().get("branches")).contains(List.of(ICBC.key()));
        assertThat(file.decisions()).isEmpty();
        assertThat(file.consents())
                .allSatisfy(consent -> assertThat(consent.recipient()).contains(ICBC));
        for (var address : List.of("", "/bank-answer")) {
            assertThat(onlookers.text("/review/" + request.publicId() + address, reader))
                    .contains("工商银行江海支行")
                    .doesNotContain("中国银行江海支行", "of-the-other-branch");
        }
        assertThat(onlookers.text(
                        "/review/" + request.publicId(),
                        onlookers.someone(Southbound.DISTRICT, Role.DISTRICT_REVIEWER)))
                .contains("工商银行江海支行", "中国银行江海支行")
                .doesNotContain("of-the-other-branch");
    }

    @Test
    void aBranchWhoseConsentIsTakenBackIsNotAsked() {
        var request = Financing.confirmed(acts, ICBC, BOC);
        takeBack(request, BOC);

        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());

        assertThat(parties.branches(request.id()))
                .extracting(party -> party.organisation())
                .containsExactly(ICBC);
        onlookers.seesNothing(request, "bank-answer", reviewer(BOC));
    }

    @Test
    void withoutAnyConsentNothingIsReferred() {
        var request = Financing.confirmed(acts, ICBC, BOC);
        takeBack(request, ICBC);
        takeBack(request, BOC);

        assertThatThrownBy(() -> acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of()))
                .hasStackTraceContaining("no live consent names icbc-jianghai");

        assertThat(EngineJobs.of(beans).elements(request.id())).contains("refer");
        assertThat(parties.of(request.id())).isEmpty();
        onlookers.seesNothing(request, "bank-answer", reviewer(BOC));
        onlookers.seesNothing(request, "bank-answer", reviewer(ICBC));
    }

    private void takeBack(Request request, Organisation branch) {
        jdbc.sql("update request_consent set withdrawn_at = given_at where request = :request and recipient = :branch")
                .param("request", request.id().value())
                .param("branch", branch.key())
                .update();
    }

    @Test
    void theSameHumanNeverAnswersAndConfirmsForABranch() {
        var request = Financing.referred(acts, ICBC, BOC);
        var both = onlookers.someone(ICBC, Role.BANK_REVIEWER, Role.BANK_APPROVER);
        var otherAccount = onlookers.someone(ICBC, Role.BANK_APPROVER);
        people.sameHuman(otherAccount.account(), both.human());
        acts.decide(request, "bank-answer", both, Map.of("bank_answer", "interested"), Map.of());

        for (var person : List.of(both, people.byAccount(otherAccount.account()))) {
            assertThatThrownBy(() -> waits.claim(request.publicId(), "answer-confirm", person))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(waits.get(request.publicId(), "answer-confirm", onlookers.someone(ICBC, Role.BANK_APPROVER))
                        .organisation())
                .contains(ICBC);
        assertThat(waits.find(request.publicId(), "answer-confirm", onlookers.someone(BOC, Role.BANK_APPROVER)))
                .isEmpty();
    }

    @Test
    void theDistrictNeverSeesABranchsTask() {
        var request = Financing.referred(acts, ICBC, BOC);
        var district = onlookers.someone(
                Southbound.DISTRICT,
                Role.DISTRICT_REVIEWER,
                Role.DISTRICT_APPROVER,
                Role.BANK_REVIEWER,
                Role.BANK_APPROVER);

        assertThat(onlookers.listed(district)).noneMatch(wait -> wait.request().equals(request.id()));
        assertThatThrownBy(() -> waits.claim(request.publicId(), "bank-answer", district))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnedAnswerComesBackToWhoGaveItInThatBranch() {
        var request = Financing.referred(acts, ICBC, BOC);
        var ofIcbc = onlookers.someone(ICBC, Role.BANK_REVIEWER);
        var ofBoc = onlookers.someone(BOC, Role.BANK_REVIEWER);
        acts.decide(request, "bank-answer", ofIcbc, Map.of("bank_answer", "interested"), Map.of());
        acts.decide(request, "bank-answer", ofBoc, Map.of("bank_answer", "interested"), Map.of());

        acts.decide(
                request,
                "answer-confirm",
                ICBC,
                Map.of("answer_confirm_decision", "return", "answer_return_reason", "请再研究"));

        assertThat(waits.get(request.publicId(), "bank-answer", ofIcbc).holder())
                .contains(ofIcbc.account());
        assertThat(waits.find(request.publicId(), "bank-answer", ofBoc)).isEmpty();
    }

    @Test
    void whoeverIsNotChosenReadsNothingAnyMore() {
        var request = Financing.referred(acts, ICBC, BOC, CCB);
        Financing.answer(acts, request, ICBC, Map.of("bank_answer", "interested"));
        Financing.answer(acts, request, BOC, Map.of("bank_answer", "terms", "terms_topic", "price"));
        Financing.answer(acts, request, CCB, Map.of("bank_answer", "no", "answer_reason", "product"));
        onlookers.seesNothing(request, "bank-answer", reviewer(CCB));
        assertThat(parties.branches(request.id()))
                .extracting(Party::organisation)
                .containsExactly(ICBC, BOC);

        acts.decide(request, "choose", Map.of("choose_decision", "choose", "chosen_branch", BOC.key()), Map.of());

        onlookers.seesNothing(request, "bank-answer", reviewer(ICBC));
        assertThat(waits.get(request.publicId(), "bank-review", reviewer(BOC)).organisation())
                .contains(BOC);
    }

    @Test
    void figuresCountTheTaskOfEachBranch() {
        var administrator = onlookers.someone(Southbound.DISTRICT, Role.ADMINISTRATOR);
        long before = open(administrator, BOC);

        var request = Financing.referred(acts, ICBC, BOC);
        assertThat(open(administrator, BOC)).isEqualTo(before + 1);
        acts.decide(request, "bank-answer", ICBC, Map.of("bank_answer", "interested"));

        assertThat(open(administrator, BOC)).isEqualTo(before + 1);
    }

    @Test
    void branchesThatFinishAtTheSameMomentLeaveOneRequest() throws Exception {
        var request = Financing.referred(acts, ICBC, BOC);
        acts.decide(request, "bank-answer", ICBC, Map.of("bank_answer", "interested"));
        acts.decide(request, "bank-answer", BOC, Map.of("bank_answer", "interested"));
        var both = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var acts = new ArrayList<Callable<Void>>();
            for (var branch : List.of(ICBC, BOC)) {
                acts.add(() -> {
                    both.await();
                    confirm(request, branch);
                    return null;
                });
            }
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        acts.settle(request);

        assertThat(acts.openWait(request).element()).isEqualTo("choose");
        assertThat(parties.of(request.id())).allMatch(party -> party.answered().isPresent());
    }

    private void confirm(Request request, Organisation branch) {
        var approver = acts.staff(Role.BANK_APPROVER, branch);
        waits.claim(request.publicId(), "answer-confirm", approver);
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("answer_confirm_decision", "confirm");
        assertThat(beans.getBean(Desk.class)
                        .decide(
                                request.publicId(),
                                "answer-confirm",
                                approver,
                                Typed.of(typed),
                                Map.of(),
                                Optional.empty()))
                .isEqualTo(new Completion.Done());
    }

    private long open(Person administrator, Organisation branch) {
        var day = LocalDate.of(2026, 3, 2);
        return figures.of(administrator, FigureFilter.none(), new FinishedIn(day, day)).stream()
                .filter(figure -> figure.service().equals(Financing.SERVICE)
                        && figure.element().equals("bank-answer")
                        && figure.organisation().equals(branch.key()))
                .mapToLong(figure -> figure.open())
                .sum();
    }

    private Person reviewer(Organisation branch) {
        return onlookers.someone(branch, Role.BANK_REVIEWER);
    }
}
