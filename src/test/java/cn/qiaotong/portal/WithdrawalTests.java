package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;

@WholeDesk
class WithdrawalTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @ParameterizedTest
    @ValueSource(strings = {"intake", "confirm", "bank-review", "supplement-answer"})
    void aRequestIsTakenBackAtEveryWaitBeforeTheBankHasDecided(String wait) {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        to(wait, acts, request);
        var visitor = new Visitor(mvc, person, "en").get("/requests/" + request.publicId());
        visitor.get(visitor.address("main a[href$=withdraw]"));

        assertThat(visitor.text()).contains("The request is closed at once.", "You may apply again at any time");
        visitor.send(Map.of());
        assertThat(visitor.at).isEqualTo("/requests/" + request.publicId());
        assertThat(visitor.page.selectFirst("h1").text()).endsWith("Withdrawn");
        assertThat(visitor.page.select("main a[href$=withdraw], main a[href$=supplement]"))
                .isEmpty();
    }

    @Test
    void takesTheConsentsBackWithTheRequest() {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        var files = beans.getBean(CaseFiles.class);
        assertThat(files.own(request.publicId(), person).consents()).hasSize(2).allMatch(Consent::live);

        acts.withdraw(request, person);

        assertThat(files.own(request.publicId(), person).consents()).hasSize(2).noneMatch(Consent::live);
    }

    @Test
    void isTooLateWhenTheBankHasDecided() {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        to("bank-review", acts, request);
        var visitor = new Visitor(mvc, person, "en").get("/requests/%s/withdraw".formatted(request.publicId()));
        var values = Visitor.values(visitor.form(null));
        acts.decide(request, "bank-review", Map.of("bank_outcome", "quota_full"), Map.of());
        visitor.post("/requests/%s/withdraw".formatted(request.publicId()), values, new LinkedMultiValueMap<>());

        assertThat(visitor.status).isEqualTo(409);
        assertThat(visitor.get("/requests/%s/withdraw".formatted(request.publicId())).status)
                .isEqualTo(409);
        assertThat(visitor.get("/requests/" + request.publicId()).page.select("main a[href$=withdraw]"))
                .isEmpty();
    }

    private static void to(String wait, Acts acts, Request request) {
        switch (wait) {
            case "supplement-answer" ->
                acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("full_name", "请写全名"));
            case "confirm" -> acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
            case "bank-review" -> {
                to("confirm", acts, request);
                acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
            }
            default -> assertThat(acts.openWait(request).element()).isEqualTo(wait);
        }
    }
}
