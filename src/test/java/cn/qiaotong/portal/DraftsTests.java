package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.WholeDesk;
import cn.qiaotong.request.Requests;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;

@WholeDesk
class DraftsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Requests requests;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 未完成, 已完成, 暂不能开始, 您是谁",
        "zh-HK, 未完成, 已完成, 暫時不能開始, 您是誰",
        "en, Incomplete, Completed, Cannot start yet, Who you are"
    })
    void theTaskListSaysWhatIsLeft(String language, String open, String done, String later, String first) {
        var visitor = PortalFixture.visitor(mvc, beans, language);
        var id = PortalFixture.begin(visitor);

        assertThat(visitor.page.select(".task-list li").eachText())
                .hasSize(6)
                .first()
                .isEqualTo(first + " " + open);
        assertThat(visitor.page.select(".task-list li").last().text()).endsWith(later);
        assertThat(visitor.page.select(".task-list a").last().attr("href")).endsWith("/papers");
        visitor.get("/drafts/%s/pages/applicant".formatted(id));
        PortalFixture.answer(visitor, PortalFixture.PAGES.get("applicant"));
        visitor.get("/drafts/" + id);
        assertThat(visitor.page.select(".task-list li").eachText())
                .hasSize(7)
                .first()
                .isEqualTo(first + " " + done);
        var line = visitor.page.selectFirst(".task-list li");
        assertThat(line.selectFirst("a").attr("aria-describedby"))
                .isEqualTo(line.selectFirst("span").id());
    }

    @Test
    void goesPastPagesThatAskNothing() {
        var visitor = PortalFixture.visitor(mvc, beans, "en");
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/pages/document".formatted(id));

        assertThat(visitor.at).isEqualTo("/drafts/" + id);
        visitor.get("/drafts/%s/pages/means".formatted(id));
        visitor.send(Map.of("experience_years", "3", "wealth_basis", "income"));
        assertThat(visitor.at).endsWith("/pages/amounts");
        assertThat(visitor.page.select("#page input[type=text]").eachAttr("name"))
                .containsExactly("average_income");
    }

    @Test
    void savingForLaterNeverLooksAtWhatWasTyped() {
        var visitor = PortalFixture.visitor(mvc, beans, "en");
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/pages/applicant".formatted(id));
        visitor.press("button[name=form.save]", Map.of("full_name", "", "phone", "not a number"));

        assertThat(visitor.at).isEqualTo("/drafts/" + id);
        visitor.get("/drafts/%s/pages/applicant".formatted(id));
        assertThat(visitor.page.getElementById("phone").attr("value")).isEqualTo("not a number");
    }

    @Test
    void aClearedTickIsGone() {
        var visitor = PortalFixture.visitor(mvc, beans, "en");
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/pages/means".formatted(id));
        visitor.send(Map.of("experience_years", "3", "wealth_basis", "net_assets"));
        visitor.press("button[name=form.save]", Map.of("household_consent", "true"));
        visitor.get("/drafts/%s/pages/amounts".formatted(id));
        assertThat(visitor.page.getElementById("household_consent").hasAttr("checked"))
                .isTrue();
        var values = Visitor.values(visitor.form(null));
        values.remove("household_consent");
        visitor.post(visitor.form(null).attr("action"), values, new LinkedMultiValueMap<>());

        assertThat(visitor.status).isEqualTo(422);
        visitor.get("/drafts/%s/pages/amounts".formatted(id));
        assertThat(visitor.page.getElementById("household_consent").hasAttr("checked"))
                .isFalse();
    }

    @Test
    void anotherLanguageKeepsWhatWasTyped() {
        var visitor = PortalFixture.visitor(mvc, beans, "zh-CN");
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/pages/applicant".formatted(id));
        visitor.press("button[name=language][value=en]", Map.of("full_name", "陈𨋢文", "phone", "１２"));

        assertThat(visitor.at).isEqualTo("/drafts/%s/pages/applicant".formatted(id));
        assertThat(visitor.status).isEqualTo(200);
        assertThat(visitor.page.selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(visitor.page.getElementById("full_name").attr("value")).isEqualTo("陈𨋢文");
        assertThat(visitor.page.getElementById("phone").attr("value")).isEqualTo("１２");
    }

    @Test
    void aChangeLeadsBackToTheAnswers() {
        var visitor = PortalFixture.visitor(mvc, beans, "en");
        var id = PortalFixture.fill(visitor);
        visitor.get(visitor.address("dd a[href*=means]"));
        visitor.send(Map.of("wealth_basis", "income"));

        assertThat(visitor.at).isEqualTo("/drafts/%s/pages/amounts".formatted(id));
        visitor.get(visitor.at + "?from=check").send(Map.of("average_income", "500000"));
        assertThat(visitor.at).isEqualTo("/drafts/%s/check".formatted(id));
        assertThat(visitor.text()).contains("500,000").doesNotContain("1,500,000");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 请勾选后再提交：同意区金融办将本申请和材料提供给工商银行江海支行（演示数据）",
        "zh-HK, 請勾選後再提交：同意區金融辦",
        "en, Tick this before you submit: "
    })
    void everyConsentIsItsOwnTick(String language, String missing) {
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, language);
        var id = PortalFixture.fill(visitor);
        visitor.get("/drafts/%s/consent".formatted(id));

        assertThat(visitor.page.select("input[name=purpose]")).hasSize(2);
        assertThat(visitor.page.select("input[name=purpose][checked]")).isEmpty();
        visitor.send(Map.of("purpose", "sensitive"));
        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.selectFirst(".error-summary a").text()).startsWith(missing);
        assertThat(visitor.page.selectFirst(".error-summary a").attr("href"))
                .isEqualTo("#consent-referral.icbc-jianghai");
        assertThat(visitor.page.getElementById("consent-sensitive").hasAttr("checked"))
                .isTrue();
        assertThat(requests.findOwn(id, person)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 不能恢复, 已上传的文件（1 个）也会被删除。",
        "zh-HK, 不能恢復, 已上載的檔案（1 個）亦會被刪除。",
        "en, cannot be brought back, The files you uploaded are deleted too: 1."
    })
    void aDraftIsGivenUpAfterAQuestion(String language, String lost, String file) {
        var visitor = PortalFixture.visitor(mvc, beans, language);
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/pages/papers".formatted(id));
        visitor.press(
                "button[name=form.upload][value=identity_paper]",
                Map.of("identity_paper.file", PortalFixture.pdf("a.pdf")));
        var document = visitor.address(".files a");
        visitor.get("/drafts/" + id).get(visitor.address("main a[href$=discard]"));

        assertThat(visitor.text()).contains(lost, file);
        assertThat(visitor.address(".buttons a")).isEqualTo("/drafts/" + id);
        visitor.send(Map.of());
        assertThat(visitor.at).isEqualTo("/requests");
        assertThat(visitor.page.select("main a[href^=/drafts/]")).isEmpty();
        assertThat(visitor.get("/drafts/" + id).status).isEqualTo(404);
        assertThat(visitor.get(document).status).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from audit_entry where code = 'draft.discarded'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void nothingIsSubmittedWithAnAnswerMissing() {
        var visitor = PortalFixture.visitor(mvc, beans, "en");
        var id = PortalFixture.begin(visitor);
        visitor.get("/drafts/%s/check".formatted(id));
        assertThat(visitor.text()).contains("These parts are not completed yet", "Who you are");
        var values = new LinkedMultiValueMap<String, String>();
        values.add("_csrf", visitor.page.selectFirst("input[name=_csrf]").attr("value"));
        values.put("purpose", List.of("sensitive", "referral.icbc-jianghai"));
        visitor.post("/drafts/%s/submit".formatted(id), values, new LinkedMultiValueMap<>());

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.text()).contains("These parts are not completed yet");
    }

    @Test
    void eightClicksMakeOneRequest() throws Exception {
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, "en");
        var id = PortalFixture.fill(visitor);
        visitor.get("/drafts/%s/consent".formatted(id));
        var values = Visitor.values(visitor.form(null));
        values.put("purpose", List.of("sensitive", "referral.icbc-jianghai"));
        var pool = Executors.newFixedThreadPool(8);
        Callable<String> click =
                () -> visitor.sent("/drafts/%s/submit".formatted(id), values, new LinkedMultiValueMap<>())
                        .getHeader("Location");
        var places = new HashSet<String>();
        for (var answer :
                pool.invokeAll(IntStream.range(0, 8).mapToObj(number -> click).toList())) {
            places.add(answer.get());
        }
        pool.shutdown();

        assertThat(places).containsExactly("/requests/%s/receipt".formatted(id));
        assertThat(requests.own(person)).hasSize(1);
        var receipt = requests.own(id, person).receipt();
        visitor.post("/drafts/%s/submit".formatted(id), values, new LinkedMultiValueMap<>());
        assertThat(visitor.text()).contains(receipt);
        assertThat(visitor.get("/drafts/%s/pages/means".formatted(id)).at).isEqualTo("/requests/" + id);
        assertThat(visitor.get("/drafts/" + id).at).isEqualTo("/requests/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/drafts/%s",
                "/drafts/%s/pages/applicant",
                "/drafts/%s/check",
                "/drafts/%s/discard",
                "/drafts/%s/consent",
                "/requests/%s",
                "/requests/%s/receipt",
                "/requests/%s/supplement",
                "/requests/%s/withdraw"
            })
    void whatIsSomebodyElsesDoesNotExist(String path) {
        var owner = PortalFixture.visitor(mvc, beans, "en");
        var draft = PortalFixture.begin(owner);
        var request = PortalFixture.fill(owner);
        PortalFixture.submit(owner);
        var other = PortalFixture.visitor(mvc, beans, "en");
        var unknown = other.get(path.formatted("AAAAAAAAAAAAAAAAAAAAAA"))
                .page
                .selectFirst("main")
                .html();

        assertThat(other.status).isEqualTo(404);
        assertThat(other.get(path.formatted(draft)).page.selectFirst("main").html())
                .isEqualTo(unknown);
        assertThat(other.status).isEqualTo(404);
        assertThat(other.get(path.formatted(request)).page.selectFirst("main").html())
                .isEqualTo(unknown);
        assertThat(other.status).isEqualTo(404);
    }
}
