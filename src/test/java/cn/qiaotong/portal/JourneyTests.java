package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WholeDesk
class JourneyTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Requests requests;

    @Autowired
    MutableClock clock;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 收件回执, 核对您填写的内容, 未填写, 您选择哪家银行分行办理, 银行分行正在办理。, 工商银行江海支行（演示数据）, 不迟于2026年3月, 所交材料未能证明符合条件, 已办结：银行未予办理, 符合, 由银行判断, 没有人会被机器拒绝",
        "zh-HK, 收件回執, 核對您填寫的內容, 未填寫, 您選擇哪家銀行分行辦理, 銀行分行正在辦理。, 工商銀行江海支行（示範數據）, 不遲於2026年3月, 所交文件未能證明符合條件, 已辦結：銀行未予辦理, 符合, 由銀行判斷, 沒有人會被機器拒絕",
        "en, Receipt, Check your answers, Not provided, Which bank branch do you choose, The bank branch is dealing with your request., ICBC Jianghai Branch (demo value), March 2026 at the latest, The papers do not show that the conditions are met, Closed: the bank did not proceed, Met, The bank decides, Nobody is refused by a machine"
    })
    void fromTheServiceToTheResultWithoutJavaScript(
            String language,
            String receipt,
            String check,
            String nothing,
            String branchLabel,
            String atTheBank,
            String branch,
            String until,
            String reason,
            String declined,
            String met,
            String bankDecides,
            String noMachine) {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, language);
        var id = PortalFixture.fill(visitor);

        assertThat(visitor.at).isEqualTo("/drafts/%s/check".formatted(id));
        assertThat(visitor.page.selectFirst("h1").text()).endsWith(check);
        assertThat(visitor.text())
                .contains("陈𨋢文", "440704198002290016", "1,500,000", nothing, branchLabel, "身份证.pdf")
                .doesNotContain("passport_number");
        PortalFixture.submit(visitor);
        assertThat(visitor.at).isEqualTo("/requests/%s/receipt".formatted(id));
        assertThat(visitor.page.select(".print-only").text())
                .isEqualTo("http://127.0.0.1:8080/requests/%s/receipt".formatted(id));
        var request = requests.own(id, person);
        assertThat(visitor.page.selectFirst(".panel").text()).contains(receipt, request.receipt());
        acts.settle(request);
        advance();
        acts.decide(request, "intake", Map.of("intake_decision", "refer", "intake_note", "内部一句话"), Map.of());
        advance();
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());

        visitor.get("/requests/" + id);
        assertThat(visitor.text()).contains(atTheBank, branch, until, met, bankDecides, noMachine);
        assertThat(List.of(atTheBank, until)).allMatch(text -> visitor.text().split(text, -1).length == 2);
        assertThat(visitor.page.select("ol.timeline li[aria-current=step]")).hasSize(1);
        advance();
        decline(acts, request);
        visitor.get("/requests/" + id);
        assertThat(visitor.page.selectFirst("h1").text()).endsWith(declined);
        assertThat(visitor.text())
                .contains(reason, "4***************16", "资产.pdf")
                .doesNotContain("内部一句话", "440704198002290016", "district-reviewer-of", "bank-reviewer-of", "intake_");
        assertThat(visitor.page.select("ol.timeline li time[datetime]")).hasSizeGreaterThan(5);
        assertThat(visitor.get("/requests/%s/receipt".formatted(id)).text()).contains(request.receipt());
        assertThat(visitor.get("/requests").text()).contains(request.receipt(), declined);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 不是已知的号码段, 不到一万。",
        "zh-HK, 不是已知的號碼段, 不足一萬。",
        "en, No known range, This is less than ten thousand."
    })
    void whatIsUnusualIsAskedToBeLookedAtAgainAndRefusedByNobody(String language, String phone, String amount) {
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, language);
        var id = PortalFixture.fill(visitor);
        assertThat(visitor.text()).doesNotContain(phone, amount);

        visitor.get("/drafts/%s/pages/applicant?from=check".formatted(id)).send(Map.of("phone", "12800138000"));
        visitor.get("/drafts/%s/check".formatted(id));
        assertThat(visitor.text()).contains(phone).doesNotContain(amount);
        PortalFixture.submit(visitor);
        visitor.get("/requests/" + id);
        assertThat(visitor.text()).contains(phone);
    }

    @Test
    void aSupplementAsksForItsItemsAndNothingElse() {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        advance();
        acts.decide(
                request,
                "intake",
                Map.of("intake_decision", "supplement"),
                Map.of("net_assets", "请按三个月中最低的一个月填写", "means_paper", "第二页看不清"));
        var visitor = new Visitor(mvc, person, "zh-CN").get("/requests/" + request.publicId());

        assertThat(visitor.text()).contains("请您按清单补交。", "第二页看不清", "2026年3月");
        visitor.get(visitor.address("main .notice a"));
        assertThat(visitor.text()).contains("请按三个月中最低的一个月填写", "第二页看不清", "请不迟于");
        assertThat(visitor.page.select("#supplement input[type=text]").eachAttr("name"))
                .containsExactly("net_assets");
        assertThat(visitor.page.selectFirst("#net_assets").attr("value")).isEqualTo("1500000");

        visitor.send(Map.of("net_assets", "一百万", "full_name", "别人"));
        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.title()).startsWith("错误：");
        assertThat(visitor.page.selectFirst("#net_assets").attr("value")).isEqualTo("一百万");

        visitor.press("button[name=form.upload]", Map.of("means_paper.file", PortalFixture.pdf("清楚的.pdf")));
        assertThat(visitor.status).isEqualTo(200);
        assertThat(visitor.text()).contains("清楚的.pdf");
        visitor.press("button[name=form.save]", Map.of("net_assets", "99"));
        assertThat(visitor.at).isEqualTo("/requests/" + request.publicId());
        visitor.get("/requests/%s/supplement".formatted(request.publicId()));
        assertThat(visitor.page.selectFirst("#net_assets").attr("value")).isEqualTo("99");
        visitor.press("button[name=language][value=en]", Map.of("net_assets", "1200000"));
        assertThat(visitor.text()).contains("Only these answers, and those that follow from them, can be changed.");
        assertThat(visitor.page.selectFirst("#net_assets").attr("value")).isEqualTo("1200000");

        var late = Visitor.values(visitor.form(null));
        visitor.send(Map.of());
        acts.settle(request);
        assertThat(visitor.get("/requests/" + request.publicId()).text())
                .contains("清楚的.pdf", "CNY 1,000,000")
                .doesNotContain("别人");
        assertThat(visitor.get("/requests/%s/supplement".formatted(request.publicId())).status)
                .isEqualTo(409);
        visitor.post(
                "/requests/%s/supplement".formatted(request.publicId()),
                late,
                new org.springframework.util.LinkedMultiValueMap<>());
        assertThat(visitor.status).isEqualTo(409);
        assertThat(visitor.page.select("dd.typed").eachText()).containsExactly("1200000");
    }

    @Test
    void whoeverHasNothingIsTold() {
        assertThat(PortalFixture.visitor(mvc, beans, "en").get("/requests").text())
                .contains("You have no requests and no drafts yet.");
    }

    private void decline(Acts acts, Request request) {
        acts.decide(
                request,
                "bank-review",
                Map.of("bank_outcome", "bank_declined", "decline_reason", "papers", "bank_note", "内部一句话"),
                Map.of());
        advance();
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());
    }

    private void advance() {
        clock.advance(Duration.ofMinutes(30));
    }
}
