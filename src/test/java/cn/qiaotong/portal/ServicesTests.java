package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WholeDesk
class ServicesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 江海区跨境金融绿色通道, 跨境理财通（南向通）, 已开通, 怎样办理, 我们承诺时限和进度透明，不承诺批准。",
        "zh-HK, 江海區跨境金融綠色通道, 跨境理財通（南向通）, 已開通, 如何辦理, 我們承諾時限及進度透明，但不承諾批准。",
        "en, Jianghai Cross-border Finance Fast-track Desk, Cross-boundary Wealth Management Connect (Southbound), Available, How it works, never an approval"
    })
    void theStartPageSaysWhatTheDeskIs(
            String language, String desk, String service, String status, String how, String promise) {
        var visitor = new Visitor(mvc, null, language).get("/");

        assertThat(visitor.page.selectFirst("h1").text()).isEqualTo(desk);
        assertThat(visitor.text()).contains(service, status, how, promise);
        assertThat(visitor.page.select("main ol > li")).hasSize(4);
        assertThat(visitor.get("/services").text()).contains(service, status).doesNotContain(how);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 已开通, 3 个工作日, 您选定的银行分行, 江海区金融工作办公室, 演示数据, 2 年, '人民币 1,000,000 元', 2024年2月27日, 登录后申请",
        "zh-HK, 已開通, 3 個工作日, 您選定的銀行分行, 江海區金融工作辦公室, 示範數據, 2 年, '人民幣 1,000,000 元', 2024年2月27日, 登入後申請",
        "en, Available, 3 working days, the bank branch that you choose, Jianghai District Finance Office, demo value, 2 years, 'CNY 1,000,000', 27 February 2024, Sign in to apply"
    })
    void aServiceSaysWhatItAsksAndWhatItPromises(
            String language,
            String status,
            String term,
            String branch,
            String office,
            String demo,
            String years,
            String assets,
            String published,
            String signIn) {
        var visitor = new Visitor(mvc, null, language).get("/services/wealth-connect-southbound");

        assertThat(visitor.text())
                .contains(status, term, branch, office, demo, years, assets, published, signIn)
                .doesNotContain("portal.", "condition.", "??");
        assertThat(visitor.page.select(".conditions > li")).hasSize(9);
        assertThat(visitor.page.select("main tbody tr")).hasSize(4);
        assertThat(visitor.address("main .buttons a")).isEqualTo("/sign-in?to=/services/wealth-connect-southbound");
    }

    @Test
    void aServiceThatIsNotThereIsNotFound() {
        var visitor = new Visitor(mvc, null, "en").get("/services/free-money");

        assertThat(visitor.status).isEqualTo(404);
        assertThat(visitor.text()).contains("Not found");
    }

    @Test
    void staffAreToldThatTheirAccountCannotApply() {
        var officer = Acts.with(beans).staff(Role.DISTRICT_REVIEWER, new Organisation("district"));
        var visitor = new Visitor(mvc, officer, "en").get("/services/wealth-connect-southbound");

        assertThat(visitor.text()).contains("Staff accounts cannot apply");
        assertThat(visitor.page.select("main form")).isEmpty();
    }
}
