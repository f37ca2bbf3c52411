package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.ServiceExamples.Act;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.process.Model.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The first example of each service folder, gone in a real browser: the applicant answers every page of the form from it,
 * and the people whom the model names do the steps that it tells. A new folder is gone through without a line here.
 */
class FolderWaysBrowserTests extends RunningDesk {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 30;

    @Autowired
    PublicServices services;

    static Stream<String> folders() {
        return ServiceExamples.all().stream().map(ServiceExamples::service);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void theFirstExampleGoesTheWholeWay(String service) {
        var folder = ServiceExamples.all().stream()
                .filter(each -> each.service().equals(service))
                .findFirst()
                .orElseThrow();
        new Way(folder).go();
    }

    /** One example on its way, in English so that a text left in Chinese is seen. */
    private final class Way {

        private final ServiceExamples folder;
        private final DemoPerson applicant = person("applicant", List.of());
        private final List<String> faults = new ArrayList<>();
        private Browser browser;
        private Map<String, String> answers;
        private List<String> chosen;
        private String publicId;
        private String receipt;

        Way(ServiceExamples folder) {
            this.folder = folder;
        }

        void go() {
            looksAround();
            folder.scenarios().values().iterator().next().forEach(this::play);
            assertThat(faults).as("what is wrong with the pages").isEmpty();
        }

        private void play(Act act) {
            switch (act.word()) {
                case "apply" -> apply(Made.filled(folder.answers(act.about())));
                case "checks" -> assertThat(act.answers()).isNotEmpty();
                case "ends" -> ends(act.text());
                default -> step(act.word(), act.answers());
            }
        }

        private void looksAround() {
            begin();
            open("/services/" + folder.service());
            look("service");
            if (!browser.driver()
                    .findElements(By.cssSelector("a[href$='/comparison']"))
                    .isEmpty()) {
                browser.leave(css("a[href$='/comparison']"));
                look("comparison");
                open("/services/" + folder.service());
            }
        }

        private void apply(Map<String, String> example) {
            answers = example;
            chosen = example.values().stream()
                    .flatMap(value -> Stream.of(value.split(", ")))
                    .toList();
            browser.leave(css("a.btn[href*='/sign-in']")).signIn(applicant);
            browser.leave(css("form[action$='/drafts'] button"));
            publicId = browser.url().replaceAll(".*/drafts/([^/?]+).*", "$1");
            browser.leave(css(".task-list a"));
            for (int tries = 0; !browser.url().endsWith("/check"); tries++) {
                assertThat(tries).as("tries so far, at %s", browser.url()).isLessThan(MOST_TRIES);
                fill(answers);
                browser.leave(css("#page .btn-primary"));
            }
            look("check");
            browser.leave(css("a[href$='/consent']"));
            browser.driver().findElements(By.name("purpose")).forEach(browser::press);
            browser.leave(css("main form .btn-primary"));
            receipt = browser.text().replaceAll("(?s).*(JH-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]).*", "$1");
        }

        /** A step of the staff, of one branch of several where the word says so, or of the applicant's own. */
        private void step(String word, Map<String, String> decided) {
            var words = word.split(" of ", 2);
            if (role(words[0]).equals("applicant")) {
                own(words[0], decided);
                chosen = List.copyOf(decided.values());
            } else {
                decide(words[0], words.length == 2 ? List.of(words[1]) : chosen, decided);
            }
        }

        private void own(String element, Map<String, String> given) {
            begin();
            var address = "/requests/%s/steps/%s".formatted(publicId, element);
            open("/sign-in?to=/requests/" + publicId);
            browser.signIn(applicant);
            await("/requests/" + publicId, By.cssSelector("a[href='" + address + "']"));
            browser.leave(css("a[href='" + address + "']"));
            look(element);
            for (int tries = 0; browser.url().contains("/steps/"); tries++) {
                assertThat(tries).as("tries so far, at %s", browser.url()).isLessThan(MOST_TRIES);
                fill(given);
                browser.leave(css("#step > .buttons .btn-primary"));
            }
        }

        private void decide(String element, List<String> organisations, Map<String, String> decided) {
            begin();
            open("/sign-in?to=/review");
            browser.signIn(person(role(element), organisations));
            await("/review", By.linkText(receipt));
            browser.leave(browser.find(By.linkText(receipt)));
            browser.driver()
                    .findElements(By.cssSelector("form[action$='/claim'] button"))
                    .forEach(browser::leave);
            browser.page().faults().forEach(fault -> faults.add(element + ": " + fault));
            for (int tries = 0; browser.url().contains(publicId); tries++) {
                assertThat(tries).as("tries so far, at %s", browser.url()).isLessThan(MOST_TRIES);
                fill(decided);
                browser.leave(css("#decision > .buttons .btn-primary"));
            }
        }

        private void ends(String end) {
            begin();
            open("/sign-in?to=/requests/" + publicId);
            browser.signIn(applicant);
            var title = services.find(folder.service())
                    .orElseThrow()
                    .words(Locale.ENGLISH)
                    .text(end + ".title");
            new WebDriverWait(browser.driver(), SOON).until(closed -> {
                open("/requests/" + publicId);
                return browser.text().contains(title);
            });
            look("result");
        }

        private void fill(Map<String, String> values) {
            values.forEach((field, value) -> {
                if (!browser.driver().findElements(By.name(field + ".file")).isEmpty()) {
                    attach(field);
                } else if (!browser.driver().findElements(By.name(field)).isEmpty()) {
                    answer(field, value);
                }
            });
        }

        private void attach(String field) {
            if (browser.driver()
                    .findElements(By.cssSelector("button[name='form.discard'][value^='%s#']".formatted(field)))
                    .isEmpty()) {
                browser.find(By.name(field + ".file")).sendKeys(paper(field).toString());
                browser.leave(css("button[name='form.upload'][value='" + field + "']"));
            }
        }

        private void answer(String field, String value) {
            var found = browser.find(By.name(field));
            if (found.getTagName().equals("select")) {
                new Select(found).selectByValue(value);
            } else if (List.of("radio", "checkbox").contains(String.valueOf(found.getDomAttribute("type")))) {
                Stream.of(value.split(", "))
                        .forEach(each -> choose(css("input[name='%s'][value='%s']".formatted(field, each))));
            } else {
                browser.type(field, value);
            }
        }

        private void choose(WebElement choice) {
            if (!choice.isSelected()) {
                browser.press(choice);
            }
        }

        private String role(String element) {
            return services.find(folder.service()).orElseThrow().current().model().drawings().stream()
                    .flatMap(drawing -> drawing.nodes().stream())
                    .filter(node -> node.id().equals(element))
                    .findFirst()
                    .flatMap(Node::role)
                    .orElseThrow();
        }

        private void begin() {
            browser = visitor("en");
        }

        private void await(String path, By by) {
            new WebDriverWait(browser.driver(), SOON).until(there -> {
                open(path);
                return !browser.driver().findElements(by).isEmpty();
            });
        }

        private void open(String path) {
            browser.open(at(path));
        }

        private WebElement css(String selector) {
            return browser.find(By.cssSelector(selector));
        }

        private void look(String page) {
            faults.addAll(browser.page().seen(folder.service() + "-" + page));
        }
    }

    /** Who has this role: for a bank's, somebody of the one that the applicant chose. */
    private static DemoPerson person(String role, List<String> chosen) {
        return Surroundings.people().stream()
                .filter(each -> each.roles().contains(role))
                .filter(each -> each.organisation()
                        .map(organisation -> organisation.equals("district") || chosen.contains(organisation))
                        .orElse(true))
                .findFirst()
                .orElseThrow();
    }

    private static Path paper(String field) {
        try {
            var file = Files.createTempDirectory("paper").resolve(field + ".pdf");
            return Files.writeString(file, new String(Acts.PAPER, StandardCharsets.US_ASCII) + "%" + field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
