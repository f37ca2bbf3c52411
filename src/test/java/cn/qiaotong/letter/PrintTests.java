package cn.qiaotong.letter;

import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.ServiceExamples;
import cn.qiaotong.Southbound;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What an applicant prints: letters once they are checked, the sheet at once, and neither for anybody else. */
@WholeDesk
class PrintTests {

    private static final Map<String, String> APPOINTMENT = Map.of(
            "appointment_date", "2026-03-16",
            "appointment_band", "t1400",
            "appointment_address", "boc_jianghai",
            "appointment_counter", "fast_track",
            "appointment_language", "siyi",
            "bring_originals", "this_letter, identity, overseas_proof, tax");

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
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | zh-Hans | 到访预约信 | 中国银行江海支行（演示数据） | 2026年3月16日 | 2026年3月2日 | 本预约信",
                "zh-HK | zh-Hant | 到訪預約信 | 中國銀行江海支行（示範數據） | 2026年3月16日 | 2026年3月2日 | 本預約信",
                "en | en | Appointment letter | Bank of China Jianghai Branch (demo value) | 16 March 2026 | 2 March 2026 | This letter"
            })
    void aLetterSaysWhoWritesWhenAndWhat(
            String language, String html, String title, String writer, String come, String written, String bring) {
        var request = invited();
        var address = link(request, language, title);

        var page = page(address, owner(request), language);

        assertThat(address).isEqualTo(address(request, "letters/appointment"));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(html);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("h1").text()).contains(title, request.receipt());
        assertThat(page.title()).contains(title);
        assertThat(page.select("main").text())
                .contains(writer, come, written, bring)
                .doesNotContain("??", "bank-reviewer", "intake");
        assertThat(page.select(".ruled")).isEmpty();
        if (language.equals("en")) {
            assertThat(page.select("main [data-own-words]").remove().size()).isPositive();
            assertThat(page.select("main").text()).doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void aLetterStaysWhileTheVisitIsWaitedForAndGoesWhileATimeIsAgreedAnew() {
        var request = invited();
        var letter = address(request, "letters/appointment");

        acts.decide(request, "accept-slot", Map.of("slot_answer", "accept"), Map.of());
        assertThat(get(letter, owner(request), "en")).hasStatusOk();
        acts.decide(request, "visit", Map.of("visit_outcome", "rebook"), Map.of());
        assertThat(get(letter, owner(request), "en")).hasStatus(404);
        assertThat(links(request, "en")).noneMatch(link -> link.endsWith("appointment"));
    }

    @Test
    void aLetterGoesWithAWithdrawal() {
        var request = invited();

        acts.withdraw(request, owner(request));

        assertThat(get(address(request, "letters/appointment"), owner(request), "en"))
                .hasStatus(404);
        assertThat(links(request, "en")).noneMatch(link -> link.endsWith("appointment"));
    }

    @Test
    void aLetterThatASecondPersonChecksIsReadAfterThat() {
        var request = quota();
        var letter = address(request, "letters/safe-result");
        assertThat(get(letter, owner(request), "en")).hasStatus(404);

        register(request, "EX-440700-0001");
        assertThat(acts.openWait(request).element()).isEqualTo("safe-confirm");
        assertThat(get(letter, owner(request), "en")).hasStatus(404);
        acts.decide(
                request,
                "safe-confirm",
                Map.of("safe_confirm_decision", "return", "safe_return_reason", "number"),
                Map.of());
        assertThat(get(letter, owner(request), "en")).hasStatus(404);
        register(request, "EX-440700-0002");
        assertThat(get(letter, owner(request), "en")).hasStatus(404);
        assertThat(links(request, "en")).noneMatch(link -> link.endsWith("safe-result"));
        acts.decide(request, "safe-confirm", Map.of("safe_confirm_decision", "confirm"), Map.of());

        assertThat(page(letter, owner(request), "en").select("main").text())
                .contains("EX-440700-0002", "2 March 2026")
                .doesNotContain("EX-440700-0001");
        assertThat(links(request, "en")).contains(letter);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN | 见证开户准备单 | 2031年5月31日 | 柜台签字",
                "zh-HK | 見證開戶準備單 | 2031年5月31日 | 櫃台簽署",
                "en | Preparation sheet for account opening by attestation | 31 May 2031 | Signature at the counter"
            })
    void aSheetShowsTheAnswersInFullAsSoonAsTheyAreSent(String language, String title, String until, String sign) {
        var request = applied("account-opening", "Hong Kong resident who comes to the branch");

        var page = page(link(request, language, title), owner(request), language);

        assertThat(page.select("h1").text()).contains(title, request.receipt());
        assertThat(page.select("main").text())
                .contains("陳大文", "L5555550", "H12345678", until)
                .doesNotContain("??", "****");
        assertThat(page.select(".ruled dt").get(0).text()).isEqualTo(sign);
        assertThat(page.select(".answers > div")).hasSize(3 + 8);
    }

    @Test
    void nothingIsPrintedForAnybodyElse() {
        var request = invited();
        var clerk = acts.staff(Role.BANK_REVIEWER, new Organisation("boc-jianghai"));
        for (var path : List.of("letters/appointment", "sheet")) {
            var address = address(request, path);
            assertThat(get(address, acts.applicant("stranger-" + UUID.randomUUID()), "en"))
                    .hasStatus(404);
            assertThat(get(address, clerk, "en")).hasStatus(403);
        }
        for (var path : List.of("letters/intake", "letters/visit", "letters/nothing", "letters/accept-slot")) {
            assertThat(get(address(request, path), owner(request), "en")).hasStatus(404);
        }
    }

    @Test
    void aServiceWithoutASheetHasNone() {
        var request =
                acts.apply(Southbound.SERVICE, acts.applicant("saver-" + UUID.randomUUID()), Southbound.answers());

        assertThat(get(address(request, "sheet"), owner(request), "en")).hasStatus(404);
        assertThat(page(address(request, ""), owner(request), "en").select("#letters"))
                .isEmpty();
    }

    @Test
    void callBackHoursAreToldInTheApplicantsTime() {
        var request = applied("account-opening", "overseas Chinese in Vancouver");

        assertThat(page(address(request, ""), owner(request), "en")
                        .select("main")
                        .text())
                .contains("Mainland time 09:00–11:00 (17:00–19:00 on the day before, Vancouver time)");
    }

    private Request invited() {
        var request = confirmed(applied("account-opening", "overseas Chinese in Vancouver"));
        acts.decide(request, "bank-review", Map.of("bank_outcome", "ready"), Map.of());
        acts.decide(request, "appointment", APPOINTMENT, Map.of());
        return acts.now(request);
    }

    private Request quota() {
        var request = confirmed(applied("external-debt-quota", "a high-tech enterprise"));
        acts.decide(
                request, "forward", Map.of("forwarded_on", "2026-03-02", "forward_reference", "EX-2026-3"), Map.of());
        return acts.now(request);
    }

    private void register(Request request, String number) {
        acts.decide(
                request,
                "safe-result",
                Map.of("safe_outcome", "registered", "safe_result_on", "2026-03-02", "safe_number", number),
                Map.of());
    }

    private Request applied(String service, String example) {
        var answers = ServiceExamples.of(service).answers(example);
        return acts.apply(service, acts.applicant("owner-" + UUID.randomUUID()), answers);
    }

    private Request confirmed(Request request) {
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        return acts.now(request);
    }

    private String link(Request request, String language, String text) {
        return page(address(request, ""), owner(request), language)
                .select("section[aria-labelledby=letters] a")
                .stream()
                .filter(link -> link.text().equals(text))
                .map(link -> link.attr("href"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> links(Request request, String language) {
        return page(address(request, ""), owner(request), language)
                .select("main a")
                .eachAttr("href");
    }

    private static String address(Request request, String path) {
        return "/requests/%s/%s".formatted(request.publicId(), path).replaceFirst("/$", "");
    }

    private Person owner(Request request) {
        return people.byAccount(request.applicant());
    }

    private Document page(String address, Person person, String language) {
        return Jsoup.parse(new String(
                get(address, person, language).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String address, Person person, String language) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }
}
