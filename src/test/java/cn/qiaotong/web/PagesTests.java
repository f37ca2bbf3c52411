package cn.qiaotong.web;

import static cn.qiaotong.identity.PersonFixture.applicant;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.ShellOnly;
import cn.qiaotong.identity.Person;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@SpringBootTest(
        classes = ShellOnly.class,
        properties = {ShellOnly.KEYS, ShellOnly.ACTIVE, ShellOnly.INDEX, ShellOnly.DATABASE})
@AutoConfigureMockMvc
@Import({PagesTests.Offenders.class, PagesTests.Waiting.class})
class PagesTests {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, zh-Hans, 帮助, 本绿色通道不收取任何费用。, 长者版（大字）",
        "zh-TW, zh-Hant, 說明, 本綠色通道不收取任何費用。, 長者版（大字）",
        "en-GB, en, Help, The desk is free of charge., Larger text"
    })
    void everyPageIsWrittenInTheReadersLanguage(
            String accepted, String html, String title, String free, String larger) {
        var page = mvc.get().uri("/help").header("Accept-Language", accepted).exchange();

        assertThat(page).hasStatusOk();
        assertThat(page)
                .bodyText()
                .contains("<html lang=\"" + html + "\"")
                .contains("<title>" + title + " – ")
                .contains("<h1>" + title + "</h1>")
                .contains(free)
                .contains(larger)
                .contains("lang=\"zh-Hant\" hreflang=\"zh-Hant\"", ">繁體</a>", ">简体</a>", ">English</a>")
                .doesNotContain("??", "th:", "style=");
        assertThat(text(page).split("<main>")).hasSize(2);
    }

    @Test
    void switchingLanguageIsALinkThatKeepsThePlace() {
        assertThat(mvc.get().uri("/help?page=2").header("Accept-Language", "en"))
                .bodyText()
                .contains("href=\"/help?page=2&amp;lang=zh-Hant\"");
        var switched = mvc.get().uri("/help?lang=zh-Hant&page=2").exchange();
        assertThat(switched).hasStatus(302).hasHeader("Location", "/help?page=2");
        assertThat(switched).cookies().hasValue("language", "zh-Hant");
        assertThat(mvc.get().uri("/help").cookie(new Cookie("language", "zh-Hant")))
                .bodyText()
                .contains("<h1>說明</h1>");
    }

    @Test
    void aLanguageLinkNeverLeavesTheSite() {
        assertThat(mvc.get().uri(java.net.URI.create("//evil.example/?lang=en")))
                .hasStatus(302)
                .hasHeader("Location", "/");
    }

    @Test
    void largerTextIsAChoiceThatStays() {
        var chosen = mvc.post()
                .uri("/language")
                .with(csrf())
                .param("language", "en larger")
                .param("to", "/help")
                .exchange();

        assertThat(chosen).hasStatus(303).hasHeader("Location", "/help");
        assertThat(chosen).cookies().hasValue("text-size", "larger").hasValue("language", "en");
        var page = mvc.get().uri("/help").cookie(new Cookie("text-size", "larger"), new Cookie("language", "en"));
        assertThat(page).bodyText().contains("class=\"larger\"").contains("value=\"en usual\"");
    }

    @Test
    void aFormThatMustNotBeLostCarriesTheChoices() {
        assertThat(mvc.get().uri("/account/form").with(as(applicant())).header("Accept-Language", "en"))
                .bodyText()
                .contains("name=\"language\" formnovalidate form=\"typed\"")
                .contains("value=\"en larger\"")
                .doesNotContain("hreflang");
    }

    @Test
    void aConflictIsAPageOrAPartOfOne() {
        var page = mvc.get().uri("/account/conflict").with(as(applicant())).header("Accept-Language", "en");
        assertThat(page).hasStatus(409).bodyText().contains("<h1>Things have changed</h1>", "<footer");
        var part = mvc.get()
                .uri("/account/conflict")
                .with(as(applicant()))
                .header("Accept-Language", "en")
                .header("HX-Request", "true");
        assertThat(part)
                .hasStatus(409)
                .bodyText()
                .contains("role=\"alert\"", "This matter has moved on")
                .doesNotContain("<html", "<footer");
    }

    @Test
    void aFaultShowsItsNumberAndNothingOfItself() {
        var page = mvc.get().uri("/account/fault").with(as(applicant())).header("Accept-Language", "en");

        assertThat(page)
                .hasStatus(500)
                .bodyText()
                .containsPattern("tell us the incident number [0-9A-F]{10}\\.")
                .doesNotContain("canary", "IllegalState");
    }

    @Test
    void whoWaitsTooLongForALockIsAskedToTryAgain() {
        var page = mvc.get().uri("/account/busy").with(as(applicant())).header("Accept-Language", "en");

        assertThat(page)
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .bodyText()
                .contains("Please try again")
                .doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/ui.css",
        "/vendor/bpmn-js-18.31.1/diagram-js.css",
        "/webjars/bootstrap/css/bootstrap.min.css",
        "/webjars/htmx.org/dist/htmx.min.js"
    })
    void filesOfPagesAreServedAndKeptForAWhile(String file) {
        assertThat(mvc.get().uri(file)).hasStatusOk().hasHeader("Cache-Control", "max-age=600");
    }

    @Test
    void whatIsMissingAndWhatIsForeignLookTheSame() {
        var missing = mvc.get().uri("/account/nothing").with(as(applicant())).exchange();
        var foreign = mvc.get().uri("/account/foreign").with(as(applicant())).exchange();

        assertThat(missing).hasStatus(404);
        assertThat(foreign).hasStatus(404);
        assertThat(text(missing).replaceAll("nothing|foreign|(value|content)=\"[^\"]{40,}\"", ""))
                .isEqualTo(text(foreign).replaceAll("nothing|foreign|(value|content)=\"[^\"]{40,}\"", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 2026年2月26日 17:30（北京时间）",
        "zh-HK, 2026年2月26日 17:30（北京時間）",
        "en, '26 February 2026, 17:30 (Beijing time)'"
    })
    void timesAreWrittenForTheReaderAndSayWhereTheyAre(String accepted, String written) {
        assertThat(mvc.get().uri("/account/time").with(as(applicant())).header("Accept-Language", accepted))
                .bodyText()
                .isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 我的账户, 提出和跟进申请", "zh-HK, 我的賬戶, 提出及跟進申請", "en, My account, Make and follow requests"})
    void theAccountPageSaysWhatTheDeskKnows(String accepted, String title, String role) {
        assertThat(mvc.get().uri("/account").with(as(applicant())).header("Accept-Language", accepted))
                .hasStatusOk()
                .bodyText()
                .contains(title, role, "陈大文", "chan@example.com", "id=\"session-notice\"")
                .doesNotContain("??");
    }

    @Test
    void theMenuShowsWhatWaits() {
        assertThat(mvc.get().uri("/account").with(as(applicant())).header("Accept-Language", "en"))
                .bodyText()
                .containsPattern(
                        "(?s)href=\"/account\" aria-current=\"page\"><span>My account</span>.*?<span>3</span>");
        assertThat(mvc.get().uri("/help")).bodyText().doesNotContain("class=\"menu");
    }

    static String text(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Handlers that refuse, fail and show a time. */
    @Controller
    @RequestMapping("/account")
    static class Offenders {

        private final Dates dates;

        Offenders(Dates dates) {
            this.dates = dates;
        }

        @GetMapping("/conflict")
        String conflict() {
            throw new Conflict("web.refusal.409.text");
        }

        @GetMapping("/foreign")
        String foreign() {
            throw new NotFound();
        }

        @GetMapping("/fault")
        String fault() {
            throw new IllegalStateException("canary");
        }

        @GetMapping("/busy")
        String busy() {
            throw new CannotAcquireLockException("canary");
        }

        @GetMapping("/form")
        String form(Model model) {
            model.addAttribute("languageForm", "typed");
            return "web/help";
        }

        @GetMapping(value = "/time", produces = "text/plain;charset=UTF-8")
        @ResponseBody
        String time() {
            return dates.time(Instant.parse("2026-02-26T09:30:00Z"));
        }
    }

    /** A menu entry with three things waiting. */
    static class Waiting implements MenuEntry {

        @Override
        public String key() {
            return "web.account.title";
        }

        @Override
        public String path() {
            return "/account";
        }

        @Override
        public boolean visibleTo(Optional<Person> person) {
            return person.isPresent();
        }

        @Override
        public OptionalLong badge(Person person) {
            return OptionalLong.of(3);
        }
    }
}
