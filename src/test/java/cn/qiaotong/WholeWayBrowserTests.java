package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * One request goes the whole way in a real browser: a visitor, an applicant, two people of the district, two of the branch,
 * one of another branch, and an administrator; in each language, and once where no page may run a script. Every page it
 * passes is checked for accessibility and photographed at both widths.
 */
class WholeWayBrowserTests extends RunningDesk {

    private static final String SERVICE = "wealth-connect-southbound";
    private static final Duration SOON = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "zh-Hans,chan-tai-man,true",
        "zh-Hant,wong-siu-ling,true",
        "en,li-xiaoming,true",
        "en,chan-tai-man,false"
    })
    void oneRequestGoesTheWholeWay(String language, String applicant, boolean scripts) {
        new Way(language, applicant, scripts).go();
    }

    private static final class Way {

        private final String language;
        private final String applicant;
        private final boolean scripts;
        private Browser browser;
        private String publicId;
        private String receipt;
        private final List<String> faults = new ArrayList<>();

        Way(String language, String applicant, boolean scripts) {
            this.language = language;
            this.applicant = applicant;
            this.scripts = scripts;
        }

        void go() {
            applies();
            reviewerAsksForMore();
            applicantSupplies();
            reviewerRefers();
            approverConfirms();
            otherBranchSeesNothing();
            branchDecides();
            applicantReadsTheResult();
            administratorCounts();
            assertThat(faults).as("what is wrong with the pages").isEmpty();
        }

        private void applies() {
            begin();
            look("start");
            open("/services/" + SERVICE);
            look("service");
            browser.leave(css("a.btn[href*='/sign-in']")).signIn(Surroundings.person(applicant));
            browser.leave(css("form[action$='/drafts'] button"));
            look("tasks");
            browser.leave(css(".task-list a, main ol a, main ul a"));
            publicId = browser.url().replaceAll(".*/drafts/([^/]+)/.*", "$1");
            browser.leave(css("#page .btn-primary"));
            assertThat(browser.driver().findElements(By.id("error-summary"))).isNotEmpty();
            look("page-errors");
            fillPages();
            look("check");
            browser.leave(css("a[href$='/consent']"));
            look("consent");
            browser.driver().findElements(By.name("purpose")).forEach(browser::press);
            browser.leave(css("main form .btn-primary"));
            look("receipt");
            receipt = browser.text().replaceAll("(?s).*(JH-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]).*", "$1");
            open("/requests/" + publicId);
            look("request");
            open("/requests/" + publicId + "/withdraw");
            look("withdraw");
        }

        private void fillPages() {
            for (int pages = 0; !browser.url().contains("/check"); pages++) {
                assertThat(pages).as("pages so far, at " + browser.url()).isLessThan(12);
                attachPapers();
                answers().forEach(this::answer);
                if (browser.driver()
                        .findElements(By.cssSelector("input[type=file]"))
                        .isEmpty()) {
                    browser.screenshot("page-" + browser.url().replaceAll(".*/([^/?]+).*", "$1"));
                } else {
                    look("page-papers");
                }
                browser.leave(css("#page .btn-primary"));
            }
        }

        private Map<String, String> answers() {
            var answers = new LinkedHashMap<String, String>();
            answers.put("full_name", "陳大文𨋢");
            answers.put("category", "mainland_resident");
            answers.put("full_capacity", "yes");
            answers.put("phone", "+852 9123 4567");
            answers.put("id_card_number", "440704198002290016");
            answers.put("hukou_gba", "no");
            answers.put("tie_city", "jiangmen");
            answers.put("tie_years", "3");
            answers.put("experience_years", "4");
            answers.put("wealth_basis", "income");
            answers.put("average_income", "500,000");
            answers.put("single_name", "yes");
            answers.put("other_bank", "no");
            answers.put("branch", "icbc-jianghai");
            answers.put("own_funds", "yes");
            return answers;
        }

        private void attachPapers() {
            for (var field : new String[] {"identity_paper", "tie_paper", "means_paper"}) {
                if (!browser.driver().findElements(By.name(field + ".file")).isEmpty()) {
                    attach(field);
                }
            }
        }

        private void attach(String field) {
            browser.find(By.name(field + ".file")).sendKeys(paper(field).toString());
            browser.leave(css("button[name='form.upload'][value='" + field + "']"));
        }

        private static Path paper(String field) {
            try {
                var file = Files.createTempDirectory("paper").resolve(field + ".pdf");
                return Files.writeString(
                        file, new String(Acts.PAPER, java.nio.charset.StandardCharsets.US_ASCII) + "%" + field);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer(String field, String value) {
            var found = browser.driver().findElements(By.name(field));
            if (found.isEmpty()) {
                return;
            }
            var first = found.get(0);
            if (first.getTagName().equals("select")) {
                new Select(first).selectByValue(value);
            } else if ("radio".equals(first.getDomAttribute("type"))) {
                browser.press(css("input[name='%s'][value='%s']".formatted(field, value)));
            } else {
                browser.type(field, value);
            }
        }

        private void reviewerAsksForMore() {
            signIn("zhang-min", "/review");
            awaitInWorklist();
            look("worklist");
            browser.leave(browser.find(By.linkText(receipt)));
            look("task-free");
            browser.leave(css("form[action$='/claim'] button"));
            browser.press(css("input[name='intake_decision'][value='supplement']"));
            if (scripts) {
                assertThat(css("#ask").getDomAttribute("open"))
                        .as("the items open by themselves")
                        .isNull();
            }
            browser.press(css("#ask summary"));
            ask("tie_years", "Please count to the end of last month.");
            ask("tie_paper", "The record cannot be read.");
            look("task-ask");
            browser.leave(css("#decision > .buttons .btn-primary"));
            look("worklist-done");
        }

        private void ask(String field, String reason) {
            browser.press(browser.find(By.name("ask." + field)));
            browser.type("reason." + field, reason);
        }

        private void applicantSupplies() {
            signIn(applicant, "/requests/" + publicId);
            awaitOn("/requests/" + publicId, By.cssSelector("a[href$='/supplement']"));
            look("request-supplement");
            browser.leave(css("a[href$='/supplement']"));
            look("supplement");
            attach("tie_paper");
            browser.type("tie_years", "3.5");
            browser.leave(css("#supplement .btn-primary"));
            open("/inbox");
            look("inbox");
        }

        private void reviewerRefers() {
            signIn("zhang-min", "/review");
            awaitInWorklist();
            browser.leave(browser.find(By.linkText(receipt)));
            assertThat(browser.driver().findElements(By.cssSelector("ins, del")))
                    .as("the difference")
                    .isNotEmpty();
            look("task-difference");
            decide("intake_decision", "refer");
        }

        private void approverConfirms() {
            signIn("liang-wei", "/review");
            awaitInWorklist();
            browser.leave(browser.find(By.linkText(receipt)));
            browser.leave(css("form[action$='/claim'] button"));
            look("task-confirm");
            decide("confirm_decision", "confirm");
        }

        private void otherBranchSeesNothing() {
            signIn("ma-chao", "/review");
            assertThat(browser.text()).doesNotContain(receipt);
            look("worklist-empty");
            open("/review/" + publicId);
            var foreign = browser.heading();
            look("not-found");
            open("/review/" + "AAAAAAAAAAAAAAAAAAAAAA");
            assertThat(browser.heading()).isEqualTo(foreign);
        }

        private void branchDecides() {
            signIn("huang-bo", "/review");
            awaitInWorklist();
            browser.leave(browser.find(By.linkText(receipt)));
            browser.leave(css("form[action$='/claim'] button"));
            browser.press(css("input[name='bank_outcome'][value='bank_declined']"));
            browser.leave(css("#decision > .buttons .btn-primary"));
            new Select(browser.find(By.name("decline_reason"))).selectByValue("assessment");
            look("task-bank");
            browser.leave(css("#decision > .buttons .btn-primary"));
            signIn("xu-lan", "/review");
            awaitInWorklist();
            browser.leave(browser.find(By.linkText(receipt)));
            browser.leave(css("form[action$='/claim'] button"));
            decide("bank_confirm_decision", "confirm");
        }

        private void decide(String field, String value) {
            browser.press(css("input[name='%s'][value='%s']".formatted(field, value)));
            browser.leave(css("#decision > .buttons .btn-primary"));
        }

        private void applicantReadsTheResult() {
            signIn(applicant, "/requests/" + publicId);
            new WebDriverWait(browser.driver(), SOON).until(closed -> {
                browser.open(browser.url());
                return browser.driver()
                                .findElements(By.cssSelector("a[href$='/withdraw']"))
                                .isEmpty()
                        && browser.text().contains(tellable());
            });
            look("result");
            open("/requests");
            look("requests");
        }

        private String tellable() {
            return switch (language) {
                case "en" -> "suitability assessment was not passed";
                case "zh-Hant" -> "未能通過銀行的合適性評估";
                default -> "银行的适当性评估未通过";
            };
        }

        private void administratorCounts() {
            signIn("zhao-qiang", "/dashboard");
            look("dashboard");
            var number = css("main section[aria-labelledby^='of-'] td.number a");
            var shown = number.getText().replaceAll("\\D", "");
            browser.leave(number);
            assertThat(browser.driver().findElements(By.cssSelector("main tbody tr")))
                    .hasSize(Integer.parseInt(shown));
            look("dashboard-list");
            open("/dashboard/services/" + SERVICE + "/map");
            look("map");
        }

        private void begin() {
            browser = scripts ? Browser.fresh() : Browser.freshWithoutScripts();
            open("/?lang=" + language);
        }

        private void signIn(String username, String to) {
            begin();
            open("/sign-in?to=" + to);
            browser.signIn(Surroundings.person(username));
        }

        private void awaitInWorklist() {
            awaitOn("/review", By.linkText(receipt));
        }

        private void awaitOn(String path, By by) {
            new WebDriverWait(browser.driver(), SOON).until(there -> {
                open(path);
                return !browser.driver().findElements(by).isEmpty();
            });
        }

        private void open(String path) {
            browser.open(Surroundings.applicationUrl() + path);
        }

        private WebElement css(String selector) {
            return browser.find(By.cssSelector(selector));
        }

        private void look(String page) {
            assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo(language);
            if (scripts) {
                faults.addAll(browser.page().seen(page));
            } else {
                browser.screenshot(page + "-without-scripts");
            }
        }
    }
}
