package cn.qiaotong.portal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.job.Line;
import cn.qiaotong.job.Spreadsheets;
import cn.qiaotong.job.Tabs;
import cn.qiaotong.job.Workbooks;
import cn.qiaotong.request.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** A list of a form is filled by hand or from a spreadsheet, by somebody without JavaScript. */
@WholeDesk
class ListFillingTests {

    private static final String HEADS = "paid_on,voucher_amount,voucher_currency,voucher_number,voucher_copy\n";
    private static final String GOOD = HEADS + "２０２６年２月２６日,\"1,234.50\",港元,A-1,是\n2026/1/5,８００,Renminbi,,No\n";
    private static final String MIXED = GOOD + "2026-02-30,12,CNY,A-3,\n2026-02-01,abc,EUR,A-4,maybe\n";

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    Acts acts;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
    }

    @DynamicPropertySource
    static void vouchers(DynamicPropertyRegistry properties) throws IOException {
        var services = VoucherFolder.below(Files.createTempDirectory("services"));
        properties.add("qiaotong.services", () -> services);
        properties.add(
                "spring.datasource.url",
                () ->
                        "jdbc:h2:mem:vouchers;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000");
    }

    @Test
    void rowsComeAndGoWithoutScriptsAndKeepWhatWasTyped() {
        var visitor = page("en");
        visitor.press("button[name=form.add]", Map.of());
        visitor.press("button[name=form.add]", Map.of("vouchers.0.voucher_number", "A-1"));
        visitor.press("button[name=form.remove][value=vouchers.0]", Map.of("vouchers.1.voucher_amount", "x"));

        assertThat(visitor.page.select("fieldset legend").eachText()).contains("Payment vouchers (1)");
        assertThat(visitor.page.getElementById("vouchers-0-voucher_amount").attr("value"))
                .isEqualTo("x");
        visitor.send(Map.of());
        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.select(".error-summary a").eachText())
                .contains("Row 1: Amount paid must be a number, like 12,000 or 12000.50.");
        assertThat(visitor.page
                        .getElementById("vouchers-0-voucher_amount-error")
                        .text())
                .contains("Row 1: ");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 付款日期, 填写说明, 从下列选项中选一个：",
        "zh-HK, 付款日期, 填寫說明, 從以下選項中選一個：",
        "en, Date of payment, How to fill in, One of these:"
    })
    void theTemplateIsInTheLanguageOfThePageAndComesBackAsItWent(String language, String head, String notes, String one)
            throws Exception {
        var visitor = page(language);
        upload(visitor, csv(GOOD));
        var template = template(visitor);
        var tabs = ((Tabs) Spreadsheets.read(template)).all();

        assertThat(tabs.get(0).lines()).extracting(Line::number).containsExactly(1, 2, 3, 4);
        assertThat(tabs.get(0).lines().get(0).cell(0).text()).isEqualTo("paid_on");
        assertThat(tabs.get(0).lines().get(1).cell(0).text()).isEqualTo(head);
        assertThat(tabs.get(0).lines().get(3).cell(1).text()).isEqualTo("８００");
        assertThat(tabs).anyMatch(tab -> tab.name().equals(notes));
        assertThat(tabs.toString()).contains(one);
        var before = Visitor.values(visitor.form("button[name=form.add]"));
        upload(visitor, new MockMultipartFile("sheet", "back.xlsx", null, template));
        var after = Visitor.values(visitor.form("button[name=form.add]"));
        before.remove("_csrf");
        assertThat(after.get("vouchers.1.voucher_amount")).containsExactly("８００");
        assertThat(after.keySet()).containsAll(before.keySet());
    }

    @Test
    void goodRowsTakeThePlaceOfTheListAndCanBeTakenBack() {
        var visitor = page("en");
        visitor.press("button[name=form.add]", Map.of());
        visitor.press("button[name=form.fill]", Map.of("vouchers.0.voucher_number", "by hand"));
        assertThat(visitor.text()).contains("replace the rows now in the list: 1");
        visitor.press("main form[enctype] button", Map.of("sheet", csv(GOOD)));

        assertThat(visitor.at).endsWith("/pages/vouchers_page");
        assertThat(values(visitor, "vouchers.0.paid_on", "vouchers.0.voucher_currency", "vouchers.0.voucher_copy"))
                .containsExactly("２０２６年２月２６日", "HKD", "true");
        assertThat(values(visitor, "vouchers.1.voucher_currency")).containsExactly("CNY");
        assertThat(visitor.text()).contains("Rows read from the spreadsheet: 2. They replaced these rows: 1.");
        visitor.press("button[name=form.restore]", Map.of());
        assertThat(values(visitor, "vouchers.0.voucher_number")).containsExactly("by hand");
        assertThat(visitor.page.getElementById("vouchers-1")).isNull();
        assertThat(visitor.text()).doesNotContain("Rows read");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 共 4 行，其中 2 行需要更正, 第 4 行 A4, 不是真实的日期, 第 5 行 B5, 只读入没有问题的 2 行",
        "zh-HK, 共 4 行，其中 2 行需要更正, 第 4 行 A4, 不是真實的日期, 第 5 行 B5, 只讀入沒有問題的 2 行",
        "en, Rows to correct: 2 of 4, Row 4 A4, must be a real date, Row 5 B5, Take the good rows only (2)"
    })
    void nothingIsTakenWhileACellIsWrongUnlessSomebodySaysSo(
            String language, String title, String first, String message, String second, String button) {
        var visitor = page(language);
        upload(visitor, csv(MIXED));

        assertThat(visitor.at).endsWith("/lists/vouchers");
        assertThat(visitor.page.selectFirst(".error-summary").text()).contains(title);
        var rows = visitor.page.select("main tbody tr").eachText();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).contains(first, "2026-02-30", message);
        assertThat(rows.get(1)).contains(second, "abc");
        assertThat(rows.get(3)).contains("maybe");
        visitor.get(visitor.address(".back-link"));
        assertThat(visitor.page.getElementById("vouchers-0")).isNull();
        visitor.press("button[name=form.fill]", Map.of());
        assertThat(visitor.page.select("form[action$=good] button").text()).isEqualTo(button);
        visitor.press("form[action$=good] button", Map.of());
        assertThat(visitor.page.select("fieldset legend")).hasSize(2);
        visitor.press("button[name=form.fill]", Map.of());
        assertThat(visitor.page.select("main tbody tr")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headings|zh-CN|找不到这份清单的标题行",
                "missing|en|These columns are missing: Amount paid",
                "twice|en|is there twice",
                "empty|zh-HK|這個檔案沒有資料行",
                "many|en|The file has 61 rows. The list can have 60 at most.",
                "formula|en|Cell B2 is a formula",
                "xlsm|zh-CN|文件含有宏",
                "pdf|en|This is not a spreadsheet",
                "none|en|Choose a spreadsheet."
            })
    void saysWhyAFileIsNotRead(String kind, String language, String message) {
        var visitor = page(language);
        visitor.press("button[name=form.fill]", Map.of());
        visitor.press("main form[enctype] button", kind.equals("none") ? Map.of() : Map.of("sheet", file(kind)));

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.page.selectFirst(".error-summary a").text()).contains(message);
        assertThat(visitor.page.title()).doesNotContain("??");
    }

    @Test
    void headingsOfAnotherLanguageAndInAnotherOrderAreUnderstood() {
        var visitor = page("zh-CN");
        var book = Workbooks.sheet(Workbooks.row(1, "vouchers of 2026")
                + Workbooks.row(3, "Currency", "Remark", "amount  paid", "Date of Payment")
                + Workbooks.row(7, "人民幣", "x", "1.5", "20260105"));
        upload(visitor, new MockMultipartFile("sheet", "own.xlsx", null, book.bytes()));

        assertThat(values(visitor, "vouchers.0.paid_on", "vouchers.0.voucher_amount", "vouchers.0.voucher_currency"))
                .containsExactly("20260105", "1.5", "CNY");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 共 4 行，其中 2 行需要更正, 第 4 行 A4, 不是真实的日期, 第 5 行 B5",
        "zh-HK, 共 4 行，其中 2 行需要更正, 第 4 行 A4, 不是真實的日期, 第 5 行 B5",
        "en, Rows to correct: 2 of 4, Row 4 A4, must be a real date, Row 5 B5"
    })
    void anAnswerToASupplementNoticeIsReadFromASpreadsheetRowByRow(
            String language, String title, String first, String message, String second) {
        var request = asked();
        var visitor = supplement(request, language);

        upload(visitor, csv(MIXED));

        assertThat(visitor.at).isEqualTo("/requests/%s/supplement/lists/vouchers".formatted(request.publicId()));
        assertThat(visitor.page.selectFirst(".error-summary").text()).contains(title);
        var rows = visitor.page.select("main tbody tr").eachText();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).contains(first, "2026-02-30", message);
        assertThat(rows.get(1)).contains(second, "abc");
        visitor.get(visitor.address(".back-link"));
        assertThat(visitor.at).isEqualTo("/requests/%s/supplement".formatted(request.publicId()));
        assertThat(values(visitor, "vouchers.0.voucher_number")).containsExactly("A-1");
        assertThat(visitor.page.getElementById("vouchers-1")).isNull();
        assertThat(visitor.page.title()).doesNotContain("??");
    }

    @Test
    void whatASpreadsheetGaveForASupplementComesBackAsADifference() throws Exception {
        var request = asked();
        var visitor = supplement(request, "zh-CN");
        assertThat(visitor.page.select("#supplement input[type=text]").eachAttr("name"))
                .allMatch(name -> name.startsWith("vouchers."))
                .isNotEmpty();
        assertThat(((Tabs) Spreadsheets.read(template(visitor)))
                        .all()
                        .get(0)
                        .lines()
                        .toString())
                .contains("A-1", "港元");
        upload(visitor, csv(HEADS + "2026-02-26,\"1,234.50\",港元,A-1,是\n2026-01-05,800,人民币,B-2,\n"));
        assertThat(visitor.at).isEqualTo("/requests/%s/supplement".formatted(request.publicId()));
        assertThat(values(visitor, "vouchers.0.voucher_amount", "vouchers.1.voucher_number"))
                .containsExactly("1,234.50", "B-2");

        visitor.press("main form[id=supplement] .btn-primary", Map.of());

        assertThat(visitor.at).isEqualTo("/requests/" + request.publicId());
        acts.settle(request);
        assertThat(acts.now(request).version()).isEqualTo(2);
        var section = desk(request).selectFirst("div.row.changed");
        assertThat(section.select("tbody tr .badge").eachText()).containsExactly("Changed", "Added");
        assertThat(section.select("tbody del").eachText()).containsExactly("1,000", "No");
        assertThat(section.select("tbody tr").get(0).select("ins").eachText()).containsExactly("1,234.5", "Yes");
        assertThat(section.select("tbody tr").get(1).select("ins").eachText())
                .containsExactly("5 January 2026", "800", "Renminbi", "B-2", "No");
    }

    @Test
    void nobodyElseFillsTheListOfASupplementAndNoOtherList() {
        var request = asked();
        var list = "/requests/%s/supplement/lists/vouchers".formatted(request.publicId());
        var other = PortalFixture.visitor(mvc, beans, "en");

        assertThat(other.get(list).status).isEqualTo(404);
        assertThat(other.get(list + "/template").status).isEqualTo(404);
        assertThat(new Visitor(mvc, owner(request), "en").get(list.replace("vouchers", "papers")).status)
                .isEqualTo(404);
    }

    @Test
    void theAnswersShowTheRowsAsATable() {
        var visitor = page("en");
        upload(visitor, csv(GOOD));
        visitor.get("/drafts/%s/check".formatted(visitor.at.split("/")[2]));

        assertThat(visitor.page.select(".rows thead th").eachText())
                .containsExactly(
                        "Row", "Date of payment", "Amount paid", "Currency", "Voucher number", "There is a copy");
        assertThat(visitor.page.select(".rows tbody tr").eachText())
                .containsExactly(
                        "Row 11 26 February 2026 1,234.5 Hong Kong dollar A-1 Yes",
                        "Row 22 5 January 2026 800 Renminbi Not provided No");
    }

    @Test
    void somebodyElsesListDoesNotExist() {
        var owner = page("en");
        var list = owner.at.replace("pages/vouchers_page", "lists/vouchers");
        var other = PortalFixture.visitor(mvc, beans, "en");

        assertThat(other.get(list).status).isEqualTo(404);
        assertThat(other.get(list + "/template").status).isEqualTo(404);
        assertThat(owner.get(list.replace("lists/vouchers", "lists/full_name")).status)
                .isEqualTo(404);
        assertThat(owner.get(list).status).isEqualTo(200);
    }

    /** A firm with one voucher, asked by the district for its vouchers again. */
    private Request asked() {
        var answers = new HashMap<String, Object>(PortalFixture.answers());
        answers.put("vouchers.0.paid_on", "2026-02-26");
        answers.put("vouchers.0.voucher_amount", "1000");
        answers.put("vouchers.0.voucher_currency", "HKD");
        answers.put("vouchers.0.voucher_number", "A-1");
        var request = acts.apply(PortalFixture.SERVICE, PortalFixture.somebody(beans), answers);
        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("vouchers", "请把凭证列全"));
        return acts.now(request);
    }

    private Person owner(Request request) {
        return people.byAccount(request.applicant());
    }

    private Visitor supplement(Request request, String language) {
        return new Visitor(mvc, owner(request), language).get("/requests/%s/supplement".formatted(request.publicId()));
    }

    private Document desk(Request request) {
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Organisation.DISTRICT);
        return new Visitor(mvc, reviewer, "en").get("/review/%s/intake".formatted(request.publicId())).page;
    }

    private Visitor page(String language) {
        var visitor = PortalFixture.visitor(mvc, beans, language);
        return visitor.get("/drafts/%s/pages/vouchers_page".formatted(PortalFixture.begin(visitor)));
    }

    private static void upload(Visitor visitor, MockMultipartFile file) {
        visitor.press("button[name=form.fill]", Map.of());
        visitor.press("main form[enctype] button", Map.of("sheet", file));
    }

    private static byte[] template(Visitor visitor) throws Exception {
        return visitor.download(visitor.address("a[href$=template]"));
    }

    private static java.util.List<String> values(Visitor visitor, String... names) {
        var all = Visitor.values(visitor.form("button[name=form.add]"));
        var values = new ArrayList<String>();
        for (var name : names) {
            values.add(all.getFirst(name));
        }
        return values;
    }

    private static MockMultipartFile csv(String text) {
        return new MockMultipartFile("sheet", "vouchers.csv", "text/csv", text.getBytes(UTF_8));
    }

    private static MockMultipartFile file(String kind) {
        return switch (kind) {
            case "headings" -> csv("a,b\n1,2\n");
            case "missing" -> csv("付款日期,币种\n2026-01-01,CNY\n");
            case "twice" -> csv("付款日期,Date of payment\n2026-01-01,2026-01-01\n");
            case "empty" -> csv(HEADS + ",,,,\n");
            case "many" -> csv(HEADS + "2026-01-01,1,CNY,,\n".repeat(61));
            case "formula" -> csv(HEADS + "2026-01-01,=1+1,CNY,,\n");
            case "xlsm" ->
                new MockMultipartFile(
                        "sheet",
                        "a.xlsx",
                        null,
                        Workbooks.sheet(Workbooks.row(1, "付款日期"))
                                .with("xl/vbaProject.bin", "x")
                                .bytes());
            default -> new MockMultipartFile("sheet", "a.xlsx", null, new byte[] {'%', 'P', 'D', 'F', 1, 2, 3});
        };
    }
}
