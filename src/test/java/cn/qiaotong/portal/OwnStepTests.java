package cn.qiaotong.portal;

import static cn.qiaotong.Financing.BOC;
import static cn.qiaotong.Financing.CCB;
import static cn.qiaotong.Financing.ICBC;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.Acts;
import cn.qiaotong.Financing;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A step of the applicant's own on its page: what the branches said, what may be chosen, and that it is sent once. */
@WholeDesk
class OwnStepTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    Acts acts;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 工商银行江海支行（演示数据）, 有意向, 等待答复, 选定银行分行",
        "zh-HK, 工商銀行江海支行（示範數據）, 有意向, 等候回覆, 選定銀行分行",
        "en, ICBC Jianghai Branch (demo value), Interested, Not answered yet, Choose a branch"
    })
    void answersShowAsTheyComeAndTheStepFollows(
            String language, String branch, String interested, String waiting, String title) {
        var request = Financing.referred(acts, ICBC, BOC);
        acts.decide(request, "bank-answer", ICBC, Map.of("bank_answer", "interested"));
        assertThat(page("/requests/" + request.publicId(), request, language)
                        .select("main")
                        .text())
                .contains(branch, waiting)
                .doesNotContain(interested + " ");
        acts.decide(request, "answer-confirm", ICBC, Map.of("answer_confirm_decision", "confirm"));
        assertThat(page("/requests/" + request.publicId(), request, language)
                        .select("td strong")
                        .text())
                .isEqualTo(interested);
        Financing.answer(acts, request, BOC, Map.of("bank_answer", "no", "answer_reason", "neutral"));

        var follow = page("/requests/" + request.publicId(), request, language);
        var link = follow.selectFirst("main .notice a.btn").attr("href");
        assertThat(link).isEqualTo("/requests/%s/steps/choose".formatted(request.publicId()));
        var step = page(link, request, language);
        assertThat(step.selectFirst("h1").text()).contains(title);
        assertThat(step.select("input[name=chosen_branch]")).isEmpty();
        assertThat(step.select("main").text()).contains(branch).doesNotContain("??");

        var chosen = post(link, request, language, Map.of("choose_decision", "choose"));
        assertThat(chosen).hasStatus(422);
        var options = Jsoup.parse(body(chosen)).select("input[name=chosen_branch]");
        assertThat(options).extracting(input -> input.attr("value")).containsExactly(ICBC.key());
        assertThat(Jsoup.parse(body(chosen)).select("input[name=choose_decision][checked]"))
                .extracting(input -> input.attr("value"))
                .containsExactly("choose");

        assertThat(post(link, request, language, Map.of("choose_decision", "choose", "chosen_branch", ICBC.key())))
                .hasStatus3xxRedirection();
        acts.settle(request);
        assertThat(page("/requests/" + request.publicId(), request, language)
                        .select("ol.timeline")
                        .text())
                .contains(branch);
        assertThat(post(link, request, language, Map.of("choose_decision", "none")))
                .hasStatus(409);
    }

    @Test
    void onlyABranchThatIsInterestedMayBeChosen() {
        var request = Financing.referred(acts, ICBC, BOC);
        Financing.answer(acts, request, ICBC, Map.of("bank_answer", "interested"));
        Financing.answer(acts, request, BOC, Map.of("bank_answer", "no", "answer_reason", "amount"));
        var step = "/requests/%s/steps/choose".formatted(request.publicId());

        for (var other : new String[] {BOC.key(), CCB.key(), "district"}) {
            assertThat(post(step, request, "en", Map.of("choose_decision", "choose", "chosen_branch", other)))
                    .hasStatus(422);
        }
    }

    @Test
    void theReasonOfOneBranchIsToldBesideItsNameAndNotAsTheResult() {
        var request = Financing.referred(acts, ICBC, BOC);
        Financing.answer(acts, request, ICBC, Map.of("bank_answer", "no", "answer_reason", "amount"));
        Financing.answer(acts, request, BOC, Map.of("bank_answer", "no", "answer_reason", "product"));

        var page = page("/requests/" + request.publicId(), request, "en");

        assertThat(page.select("h1").text()).contains("Closed: no branch is interested");
        assertThat(page.select("main .notice").text()).doesNotContain("no suitable product");
        assertThat(page.select("table tr").stream().map(row -> row.text()))
                .anyMatch(row -> row.contains("Bank of China")
                        && row.contains("Not interested at present This branch has no suitable product at present"));
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        var request = Financing.answered(acts, ICBC, BOC);
        var step = "/requests/%s/steps/choose".formatted(request.publicId());

        var again = post(
                step,
                request,
                "en",
                Map.of("choose_decision", "choose", "chosen_branch", BOC.key(), "language", "zh-Hant"));

        assertThat(again).hasStatusOk();
        assertThat(Jsoup.parse(body(again)).select("input[name=chosen_branch][checked]"))
                .extracting(input -> input.attr("value"))
                .containsExactly(BOC.key());
        assertThat(acts.openWait(request).element()).isEqualTo("choose");
    }

    @Test
    void nobodyElseSeesOrSendsIt() {
        var request = Financing.answered(acts, ICBC);
        var step = "/requests/%s/steps/choose".formatted(request.publicId());
        var stranger = acts.applicant("stranger-" + request.publicId());

        assertThat(get(step, stranger, "en")).hasStatus(404);
        assertThat(post(step, stranger, "en", Map.of("choose_decision", "none")))
                .hasStatus(404);
        assertThat(get(step.replace("choose", "intake"), owner(request), "en")).hasStatus(404);
        assertThat(get(step.replace("choose", "apply"), owner(request), "en")).hasStatus(404);
        assertThat(acts.openWait(request).element()).isEqualTo("choose");
    }

    private Person owner(Request request) {
        return people.byAccount(request.applicant());
    }

    private Document page(String address, Request request, String language) {
        return Jsoup.parse(body(get(address, owner(request), language)));
    }

    private MvcTestResult post(String address, Request request, String language, Map<String, String> typed) {
        return post(address, owner(request), language, typed);
    }

    private MvcTestResult get(String address, Person person, String language) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }

    private MvcTestResult post(String address, Person person, String language, Map<String, String> typed) {
        var request = mvc.post()
                .uri(URI.create(address))
                .with(as(person))
                .with(csrf())
                .header("Accept-Language", language);
        typed.forEach(request::param);
        return request.exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
