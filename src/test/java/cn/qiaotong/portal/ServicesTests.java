package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

    @Autowired
    MutableClock clock;

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

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 工商银行江海支行（演示数据）, 工银澳门（演示数据）, 中国澳门, 2024年2月26日, 演示数据",
        "zh-HK, 工商銀行江海支行（示範數據）, 工銀澳門（示範數據）, 中國澳門, 2024年2月26日, 示範數據",
        "en, ICBC Jianghai Branch (demo value), ICBC (Macau) (demo value), 'Macao, China', 26 February 2024, demo value"
    })
    void aServiceSaysWhichBankItsBranchesArePairedWith(
            String language, String branch, String partner, String place, String since, String demo) {
        var visitor = new Visitor(mvc, null, language).get("/services/wealth-connect-northbound");

        assertThat(visitor.page.select("#pairs tbody tr").eachText())
                .hasSize(5)
                .contains(String.join(" ", branch, partner, place, since, demo));
        assertThat(visitor.page.select("a[href$=/comparison], #contact")).isEmpty();
    }

    @Test
    void aServiceWithoutPairsShowsNoTableOfThem() {
        var visitor = new Visitor(mvc, null, "en").get("/services/wealth-connect-southbound");

        assertThat(visitor.page.select("#pairs, #contact, a[href$=/comparison]"))
                .isEmpty();
        assertThat(visitor.get("/services/wealth-connect-southbound/comparison").status)
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 江门 横琴 南沙（广州） 前海（深圳） 珠海, 未查到办法, 有效期不明, 有效期已过，未查到续期 有效至 2024年2月7日, 有效 有效至 2030年10月15日, 较高, 2026年11月1日",
        "zh-HK, 江門 橫琴 南沙（廣州） 前海（深圳） 珠海, 未能查到辦法, 有效期不詳, 有效期已過，未能查到續期 有效至 2024年2月7日, 有效 有效至 2030年10月15日, 較高, 2026年11月1日",
        "en, Jiangmen Hengqin Nansha (Guangzhou) Qianhai (Shenzhen) Zhuhai, No measure found, End of validity not known, 'Lapsed, no renewal found Valid until 7 February 2024', In force Valid until 15 October 2030, Fairly high, 1 November 2026"
    })
    void aComparisonSaysPlainlyWhatIsUnknownAndWhatHasLapsed(
            String language,
            String names,
            String none,
            String unknown,
            String lapsed,
            String valid,
            String confidence,
            String asOf) {
        var visitor = new Visitor(mvc, null, language).get("/services/qflp-inquiry");
        assertThat(visitor.page.select("a[href$=/comparison]")).hasSize(1);
        assertThat(visitor.page.select("#contact dt")).hasSize(4);

        visitor.get("/services/qflp-inquiry/comparison");

        assertThat(String.join(" ", visitor.page.select("#comparison tbody th").eachText()))
                .isEqualTo(names);
        assertThat(visitor.page.select("#comparison tbody td:nth-child(4)").eachText())
                .containsExactly(none, valid, unknown, lapsed, unknown);
        assertThat(visitor.page.select("#comparison tbody tr").get(1).text()).contains(confidence, asOf);
        assertThat(visitor.text()).doesNotContain("portal.", "??");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, “侨梦苑”澳门元定期存款（演示数据）, '工商银行江海支行（演示数据） 许可证号 DEMO-0001 R1 10,000 澳门元 12 个月 华侨（定居国外的中国公民） 外籍华人 港澳居民 2027年12月31日 +86 750 000 0000 演示数据 demo-entry录入，demo-approval审批', 无固定期限, 180 天, 不提供投资建议，不推荐任何产品，也不承诺收益",
        "zh-HK, 「僑夢苑」澳門元定期存款（示範數據）, '工商銀行江海支行（示範數據） 牌照編號 DEMO-0001 R1 10,000 澳門元 12 個月 華僑（定居國外的中國公民） 外籍華人 港澳居民 2027年12月31日 +86 750 000 0000 示範數據 demo-entry輸入，demo-approval審批', 無固定期限, 180 日, 不提供投資意見，不推薦任何產品，亦不承諾回報",
        "en, Qiaomengyuan MOP time deposit (demo value), 'ICBC Jianghai Branch (demo value) Licence DEMO-0001 R1 MOP 10,000 12 months Overseas Chinese (Chinese citizen settled abroad) Foreign national of Chinese descent Hong Kong or Macao resident 31 December 2027 +86 750 000 0000 demo value Entered by demo-entry, approved by demo-approval', No fixed term, 180 days, 'gives no investment advice, recommends no product and promises no return'"
    })
    void aCatalogueShowsTheProductsInForceAndGivesNoAdvice(
            String language, String name, String product, String open, String days, String advice) {
        var visitor = new Visitor(mvc, null, language).get("/services/wealth-products");

        assertThat(visitor.page.select("#products tbody tr").eachText())
                .hasSize(4)
                .contains(name + " " + product);
        assertThat(visitor.page.select("#products").text()).contains(open, days);
        assertThat(visitor.text()).contains(advice).doesNotContain("portal.", "??");
        assertThat(visitor.page.select(".notice .source").text()).contains("“十四五”");
    }

    @Test
    void aProductIsShownUntilItsLastDayAndNotAfterIt() {
        assertThat(productsOn("2026-01-31")).hasSize(5).anyMatch(product -> product.contains("USD wealth product"));
        assertThat(productsOn("2026-02-01")).hasSize(4).noneMatch(product -> product.contains("USD"));
        assertThat(productsOn("2028-01-01")).isEmpty();
        assertThat(new Visitor(mvc, null, "en").get("/services/wealth-products").text())
                .contains("No product is in force today.");
    }

    @Test
    void aServiceWithoutProductsShowsNoCatalogue() {
        var visitor = new Visitor(mvc, null, "en").get("/services/wealth-connect-southbound");

        assertThat(visitor.page.select("#products, #products-title")).isEmpty();
        assertThat(visitor.text()).doesNotContain("No product is in force");
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

    private List<String> productsOn(String day) {
        clock.set(LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.ofHours(8)));
        return new Visitor(mvc, null, "en")
                .get("/services/wealth-products")
                .page
                .select("#products tbody tr")
                .eachText();
    }
}
