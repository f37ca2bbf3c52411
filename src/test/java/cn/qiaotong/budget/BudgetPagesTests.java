package cn.qiaotong.budget;

import static cn.qiaotong.budget.LedgerFixture.beneficiary;
import static cn.qiaotong.budget.LedgerFixture.yuan;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.PersonFixture;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyFixture;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger as its readers see it: every number is the sum of the entries it leads to, and a demo line says so. */
@WholeDesk
class BudgetPagesTests {

    private static final String FOLDER = "budget-pages";
    private static final String POLICY =
            """
            sources: {R: {title: T}}
            rows:
              - {kind: budget, key: %1$s-demo, value: {year: 2026, amount: 1000000}, texts: {zh-Hans: 专项资金, zh-Hant: 專項資金, en: Financing fund}, from: 2026-01-01, source: DEMO}
              - {kind: budget, key: %1$s-real, value: {year: 2026, amount: 500}, texts: {zh-Hans: 评级资金, zh-Hant: 評級資金, en: Rating fund}, from: 2026-01-01, source: R}
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Ledger ledger;

    @Autowired
    Provisions provisions;

    @Autowired
    LedgerReaders readers;

    @Autowired
    Policies policies;

    @Autowired
    PlatformTransactionManager transactions;

    private final String run = "p" + UUID.randomUUID();
    private final Person payee = PersonFixture.of("district", Role.ADMINISTRATOR);

    @BeforeEach
    void fill() {
        policies.load(FOLDER, PolicyFixture.rows(POLICY.formatted(run)));
        provisions.bringIn();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            for (var n = 1; n <= 60; n++) {
                var claim = UUID.randomUUID();
                ledger.reserve(demo(), 2026, claim, beneficiary("firm"), yuan("1000"));
                if (n <= 3) {
                    ledger.by(payee.account()).spend(claim, yuan("900.25"));
                }
                if (n == 1) {
                    ledger.clawBack(claim, yuan("0.75"));
                }
            }
        });
    }

    @AfterEach
    void takeThePolicyBack() {
        policies.load(FOLDER, List.of());
    }

    @Test
    void everyNumberIsTheSumOfTheEntriesItLeadsTo() {
        var row = row("en", demo());

        assertThat(row.select("td.number a > span:first-child").eachText())
                .containsExactly("1,000,000.00", "57,000.00", "2,700.75", "0.75", "940,300.00");
        for (var number : row.select("td.number a")) {
            var shown = new BigDecimal(number.selectFirst("span").text().replace(",", ""));
            var list = page(number.attr("href"), "en");
            assertThat(list.selectFirst("#sum").attr("data-sum")).isEqualTo(shown.toPlainString());
            assertThat(sum(list)).as(number.attr("href")).isEqualTo(shown);
        }
    }

    private BigDecimal sum(Document list) {
        var next = list.select("a[rel=next]");
        assertThat(list.select("tbody tr")).hasSizeLessThanOrEqualTo(50);
        return list.select("tbody td.number").stream()
                .map(cell -> new BigDecimal(cell.text().replace(",", "")))
                .reduce(next.isEmpty() ? yuan("0.00") : sum(page(next.attr("href"), "en")), BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 资金台账, 专项资金, 演示数据, 余额, 预留",
        "zh-HK, 資金台賬, 專項資金, 示範數據, 餘額, 預留",
        "en, Budget ledger, Financing fund, Demo value, Free, Reserved"
    })
    void isReadInEveryLanguage(String language, String title, String name, String mark, String free, String movement) {
        var page = page("/review/budget", language);
        var row = row(language, demo());

        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("thead").text()).contains(free);
        assertThat(page.select("nav a[href=/review/budget]").text()).contains(title);
        assertThat(row.select("th").text()).startsWith(name);
        assertThat(row.select(".tag").text()).isEqualTo(mark);
        assertThat(row(language, run + "-real").select(".tag")).isEmpty();
        var entries = page(entries("free"), language);
        assertThat(entries.select("tbody tr").first().text()).contains(movement);
        assertThat(page.text() + entries.text()).doesNotContain("??");
    }

    @Test
    void saysWhereTheLedgerDoesNotFollowPolicy() {
        policies.load(FOLDER, PolicyFixture.rows(POLICY.formatted(run).replace("1000000", "1000")));
        provisions.bringIn();

        var row = row("en", demo());

        assertThat(row.select(".tag-overdue").text())
                .isEqualTo("Policy says 1,000.00, which the ledger does not follow");
        assertThat(row.select("td.number").first().text()).startsWith("1,000,000.00");
    }

    @Test
    void theDownloadHoldsEveryEntry() {
        var answer = get(entries("spent").replace("?", "/entries.csv?"), payee, "en");
        var lines = text(answer).split("\r\n");

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"budget-%s-2026-spent.csv\"".formatted(demo()));
        assertThat(lines[0]).isEqualTo("\uFEFF\"Number\",\"Act\",\"Amount (CNY)\",\"Time\",\"Claim\",\"Account\"");
        assertThat(lines).hasSize(4);
        assertThat(lines[3])
                .startsWith("\"3\",\"Paid\",\"900.25\",\"2 March 2026")
                .endsWith(payee.account() + "\"");
        var reserved = text(get(entries("reserved").replace("?", "/entries.csv?"), payee, "en"));
        assertThat(reserved.split("\r\n")).hasSize(1 + 60 + 3 + 3);
        assertThat(reserved).contains("\"Paid\",\"-900.25\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            =1+1         | "'=1+1"
            +86          | "'+86"
            -900.25      | "-900.25"
            -1+1         | "'-1+1"
            @SUM(A1)     | "'@SUM(A1)"
            a "b", c     | "a ""b"", c"
            ~\t=1~       | "'\t=1"
            """)
    void noCellIsAFormula(String text, String cell) {
        assertThat(EntrySheet.cell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT_REVIEWER, district, 200",
        "DISTRICT_APPROVER, district, 200",
        "SUPERVISOR, district, 200",
        "LEADER, district, 200",
        "ADMINISTRATOR, district, 200",
        "PAYER, finance-bureau, 200",
        "PAYER, tax-bureau, 404",
        "PAYER, science-technology, 404",
        "PAYER, icbc-jianghai, 404",
        "PAYER, nowhere, 404",
        "PAYER, district, 404",
        "PAYER, , 404",
        "DEPARTMENT_REVIEWER, finance-bureau, 403",
        "DEPARTMENT_REVIEWER, tax-bureau, 403",
        "SUPERVISOR, finance-bureau, 403",
        "LEADER, icbc-jianghai, 403",
        "ADMINISTRATOR, icbc-jianghai, 403",
        "AUDITOR, district, 403",
        "SUPERVISOR, icbc-jianghai, 403",
        "BANK_REVIEWER, icbc-jianghai, 403",
        "BANK_APPROVER, icbc-jianghai, 403",
        "APPLICANT, , 403"
    })
    void onlyItsReadersReachIt(Role role, String organisation, int status) {
        var person = PersonFixture.of(organisation, role);

        for (var address : addresses()) {
            var answer = get(address, person, "en");
            assertThat(answer).as(address).hasStatus(status);
            assertThat(text(answer).contains("940,300.00") || text(answer).contains("-1000.00"))
                    .as(address)
                    .isEqualTo(status == 200);
        }
        assertThat(readers.include(person)).isEqualTo(status == 200);
    }

    @Test
    void aBanksPersonWhoAlsoHoldsEveryDepartmentsRoleReadsNothing() {
        var bank = PersonFixture.of(
                "icbc-jianghai", Role.BANK_REVIEWER, Role.BANK_APPROVER, Role.DEPARTMENT_REVIEWER, Role.PAYER);

        for (var address : addresses()) {
            assertThat(get(address, bank, "en")).as(address).hasStatus(404);
        }
        assertThat(page("/review", bank).select("a[href^=/review/budget]")).isEmpty();
        assertThat(page("/review", PersonFixture.of("finance-bureau", Role.PAYER))
                        .select("a[href^=/review/budget]"))
                .isNotEmpty();
    }

    @Test
    void whoIsNotSignedInIsAskedToSignInAndNobodyChangesTheLedger() {
        for (var address : addresses()) {
            assertThat(mvc.get().uri(URI.create(address))).as(address).hasStatus(303);
            for (var method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)) {
                assertThat(mvc.method(method)
                                .uri(URI.create(address))
                                .with(as(PersonFixture.of("finance-bureau", Role.PAYER)))
                                .with(csrf())
                                .exchange()
                                .getResponse()
                                .getStatus())
                        .as("%s %s", method, address)
                        .isIn(403, 404, 405);
            }
        }
    }

    private List<String> addresses() {
        return List.of("/review/budget", entries("free"), entries("free").replace("?", "/entries.csv?"));
    }

    private Document page(String address, Person person) {
        return Jsoup.parse(text(get(address, person, "en")));
    }

    @ParameterizedTest
    @CsvSource({
        "/review/budget/nothing/2026",
        "/review/budget/nothing/2026/entries.csv",
        "/review/budget/nothing/soon",
        "/review/budget/%s-demo/2025",
        "/review/budget/%s-demo/2026?of=nonsense",
        "/review/budget/%s-demo/2026?before=x"
    })
    void whatIsNotThereIsNotFound(String address) {
        assertThat(get(address.formatted(run), payee, "en")).hasStatus(404);
    }

    private String demo() {
        return run + "-demo";
    }

    private String entries(String figure) {
        return "/review/budget/%s/2026?of=%s".formatted(demo(), figure);
    }

    private Element row(String language, String line) {
        return page("/review/budget", language).select("tbody tr").stream()
                .filter(row -> row.selectFirst("a").attr("href").contains(line))
                .findFirst()
                .orElseThrow();
    }

    private Document page(String address, String language) {
        return Jsoup.parse(text(get(address, payee, language)));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String address, Person person, String language) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }
}
