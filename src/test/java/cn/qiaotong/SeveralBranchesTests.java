package cn.qiaotong;

import static cn.qiaotong.Financing.BOC;
import static cn.qiaotong.Financing.CCB;
import static cn.qiaotong.Financing.ICBC;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.document.Documents;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.process.EngineJobs;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Figures;
import cn.qiaotong.worklist.FinishedIn;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;

/** Several branches are asked about one request: each sees the request and itself, and none another, by any way. */
@WholeDesk
class SeveralBranchesTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

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
    Documents documents;

    @Autowired
    Waits waits;

    @Autowired
    Figures figures;

    Acts acts;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
    }

    @Test
    void aBranchThatWasNotChosenSeesNothing() {
        var request = Financing.referred(acts, ICBC, BOC);

        seesNothing(request, someone(CCB, Role.BANK_REVIEWER, Role.BANK_APPROVER));
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
            assertThat(text("/review/" + request.publicId() + address, reader))
                    .contains("工商银行江海支行")
                    .doesNotContain("中国银行江海支行", "of-the-other-branch");
        }
        assertThat(text("/review/" + request.publicId(), someone(Southbound.DISTRICT, Role.DISTRICT_REVIEWER)))
                .contains("工商银行江海支行", "中国银行江海支行")
                .doesNotContain("of-the-other-branch");
    }

    @Test
    void withoutAConsentForEachNothingIsReferred() {
        var request = Financing.confirmed(acts, ICBC, BOC);
        jdbc.sql("update request_consent set withdrawn_at = given_at where request = :request and recipient = :branch")
                .param("request", request.id().value())
                .param("branch", BOC.key())
                .update();

        assertThatThrownBy(() -> acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of()))
                .hasStackTraceContaining("no live consent names boc-jianghai");

        assertThat(EngineJobs.of(beans).elements(request.id())).contains("refer");
        assertThat(parties.of(request.id())).isEmpty();
        seesNothing(request, reviewer(BOC));
        seesNothing(request, reviewer(ICBC));
    }

    @Test
    void theSameHumanNeverAnswersAndConfirmsForABranch() {
        var request = Financing.referred(acts, ICBC, BOC);
        var both = someone(ICBC, Role.BANK_REVIEWER, Role.BANK_APPROVER);
        var otherAccount = someone(ICBC, Role.BANK_APPROVER);
        people.sameHuman(otherAccount.account(), both.human());
        acts.decide(request, "bank-answer", both, Map.of("bank_answer", "interested"), Map.of());

        for (var person : List.of(both, people.byAccount(otherAccount.account()))) {
            assertThatThrownBy(() -> waits.claim(request.publicId(), "answer-confirm", person))
                    .isInstanceOf(NotFound.class);
        }
        assertThat(waits.get(request.publicId(), "answer-confirm", someone(ICBC, Role.BANK_APPROVER))
                        .organisation())
                .contains(ICBC);
        assertThat(waits.find(request.publicId(), "answer-confirm", someone(BOC, Role.BANK_APPROVER)))
                .isEmpty();
    }

    @Test
    void theDistrictNeverSeesABranchsTask() {
        var request = Financing.referred(acts, ICBC, BOC);
        var district = someone(
                Southbound.DISTRICT,
                Role.DISTRICT_REVIEWER,
                Role.DISTRICT_APPROVER,
                Role.BANK_REVIEWER,
                Role.BANK_APPROVER);

        assertThat(listed(district)).noneMatch(wait -> wait.request().equals(request.id()));
        assertThatThrownBy(() -> waits.claim(request.publicId(), "bank-answer", district))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnedAnswerComesBackToWhoGaveItInThatBranch() {
        var request = Financing.referred(acts, ICBC, BOC);
        var ofIcbc = someone(ICBC, Role.BANK_REVIEWER);
        var ofBoc = someone(BOC, Role.BANK_REVIEWER);
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
        seesNothing(request, reviewer(CCB));
        assertThat(parties.branches(request.id()))
                .extracting(Party::organisation)
                .containsExactly(ICBC, BOC);

        acts.decide(request, "choose", Map.of("choose_decision", "choose", "chosen_branch", BOC.key()), Map.of());

        seesNothing(request, reviewer(ICBC));
        assertThat(waits.get(request.publicId(), "bank-review", reviewer(BOC)).organisation())
                .contains(BOC);
    }

    @Test
    void figuresCountTheTaskOfEachBranch() {
        var administrator = someone(Southbound.DISTRICT, Role.ADMINISTRATOR);
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
                        .decide(request.publicId(), "answer-confirm", approver, Typed.of(typed), Map.of()))
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

    private void seesNothing(Request request, Person person) {
        var address = "/review/" + request.publicId();
        assertThat(listed(person)).noneMatch(wait -> wait.request().equals(request.id()));
        assertThat(requests.search(request.receipt(), person)).isEmpty();
        assertThatThrownBy(() -> files.asStaff(request.publicId(), person)).isInstanceOf(NotFound.class);
        assertThat(get(address, person)).hasStatus(404);
        assertThat(get(address + "/bank-answer", person)).hasStatus(404);
        documents.of(Drafts.ownerOf(request.id().value())).forEach(paper -> assertThat(
                        get("/documents/" + paper.id(), person))
                .hasStatus(404));
    }

    private List<Wait> listed(Person person) {
        var listed = waits.of(person, WaitFilter.none(), Optional.empty(), 1000).waits();
        assertThat(waits.count(person, WaitFilter.none())).isEqualTo(listed.size());
        return listed;
    }

    private Person reviewer(Organisation branch) {
        return someone(branch, Role.BANK_REVIEWER);
    }

    private Person someone(Organisation organisation, Role... roles) {
        return acts.person("someone-" + UUID.randomUUID(), Optional.of(organisation), roles);
    }

    private String text(String address, Person person) {
        return Jsoup.parse(body(get(address, person))).select("main").text();
    }

    private MvcTestResult get(String address, Person person) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", "zh-CN")
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
