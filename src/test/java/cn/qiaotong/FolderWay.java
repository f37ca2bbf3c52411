package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.ServiceExamples.Act;
import cn.qiaotong.publicity.PublicNotice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The example of a folder that goes furthest, on its way through a browser, in English so that a text left in Chinese is seen.
 * The demo people act in it; what lasts days is fired by hand.
 */
final class FolderWay {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 30;
    private static final List<Integer> WIDE = List.of(1280);
    private static final List<Integer> BOTH = List.of(1280, 320);

    private final ServiceExamples folder;
    private final Backstage backstage;
    private final DemoPerson applicant = Surroundings.people().stream()
            .filter(person -> person.roles().contains("applicant"))
            .findFirst()
            .orElseThrow();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private Browser browser;
    private String publicId;

    FolderWay(ServiceExamples folder, Backstage backstage) {
        this.folder = folder;
        this.backstage = backstage;
    }

    /** Goes the whole way and says what was wrong with the pages. */
    List<String> go() {
        looksAround();
        folder.furthest().forEach(this::play);
        return faults;
    }

    private void play(Act act) {
        var meanwhile = act.meanwhile();
        Optional.ofNullable(meanwhile.get("budget left"))
                .ifPresentOrElse(
                        left -> backstage.withBudget(folder.service(), left, () -> {
                            act(act);
                            backstage.atRest(publicId, applicant);
                        }),
                        () -> act(act));
        Optional.ofNullable(meanwhile.get("somebody objects")).ifPresent(this::object);
    }

    private void act(Act act) {
        switch (act.word()) {
            case "apply" -> apply(Made.filled(folder.answers(act.about())));
            case "checks" -> checks(act.answers());
            case "after" -> after(act.text());
            case "supplement" -> own("supplement", "/supplement", Made.filled(act.answers()));
            case "withdraw" -> withdraw();
            case "withdrawal is refused" -> assertThat(withdrawals()).isEmpty();
            case "ends" -> ends(act.text());
            default -> step(act);
        }
    }

    private void looksAround() {
        begin();
        open("/services/" + folder.service());
        look("service");
        if (!all("a[href$='/comparison']").isEmpty()) {
            browser.leave(css("a[href$='/comparison']"));
            look("comparison");
            open("/services/" + folder.service());
        }
    }

    private void apply(Map<String, String> example) {
        browser.leave(css("a.btn[href*='/sign-in']")).signIn(applicant);
        browser.leave(css("form[action$='/drafts'] button"));
        publicId = browser.url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        browser.leave(css(".task-list a"));
        var filling = filling(example);
        for (int tries = 0; !browser.url().endsWith("/check"); tries++) {
            enough(tries);
            filling.fill();
            look("page-" + browser.url().replaceAll(".*/([^/?]+).*", "$1"));
            browser.leave(css("#page .btn-primary"));
        }
        assertThat(filling.left()).as("answers that no page asked for").isEmpty();
        look("check");
        browser.leave(css("a[href$='/consent']"));
        look("consent");
        browser.driver().findElements(By.name("purpose")).forEach(browser::press);
        browser.leave(css("main form .btn-primary"));
    }

    private void checks(Map<String, String> expected) {
        backstage.atRest(publicId, applicant);
        assertThat(backstage.checks(publicId, applicant)).containsAllEntriesOf(expected);
        follow("request");
    }

    private void step(Act act) {
        var wait = backstage.wait(backstage.atRest(publicId, applicant), act.step(), act.branch());
        if (wait.isForApplicant()) {
            own(act.step(), "/steps/" + act.step(), act.answers());
        } else {
            decide(act, backstage.taking(wait));
        }
    }

    private void own(String step, String address, Map<String, String> answers) {
        backstage.waitForTheApplicant(backstage.atRest(publicId, applicant));
        follow("request-" + step);
        browser.leave(css("main a.btn[href$='%s']".formatted(address)));
        look(step);
        var filling = filling(answers);
        for (int tries = 0; browser.url().endsWith(address); tries++) {
            enough(tries);
            filling.fill();
            browser.leave(css("main form > .buttons .btn-primary"));
        }
        assertThat(filling.left()).as("answers that %s did not ask for", step).isEmpty();
    }

    private void decide(Act act, DemoPerson by) {
        begin();
        open("/sign-in?to=/review");
        browser.signIn(by);
        var task = By.cssSelector("main a[href$='/%s/%s']".formatted(publicId, act.step()));
        await("/review", task);
        browser.leave(browser.find(task));
        all("form[action$='/claim'] button").forEach(browser::leave);
        look("desk-" + act.step());
        var filling = filling(act.answers());
        for (int tries = 0; browser.url().contains(publicId); tries++) {
            enough(tries);
            filling.fill();
            ask(act);
            browser.leave(css("#decision > .buttons .btn-primary"));
        }
        assertThat(filling.left())
                .as("answers that %s did not ask for", act.step())
                .isEmpty();
    }

    private void ask(Act act) {
        var asked = act.about() instanceof Map<?, ?> map ? map.get("ask") : null;
        if (asked != null && all("#ask:not([open])").size() == 1) {
            browser.press(css("#ask summary"));
        }
        ServiceExamples.texts(asked == null ? Map.of() : asked).forEach((field, reason) -> {
            if (!browser.find(By.name("ask." + field)).isSelected()) {
                browser.press(browser.find(By.name("ask." + field)));
            }
            browser.type("reason." + field, reason);
        });
        if (asked != null) {
            all("#ask-ground-insufficient").forEach(browser::press);
        }
    }

    private void after(String term) {
        var request = backstage.atRest(publicId, applicant);
        backstage.notice(request).ifPresent(this::runs);
        backstage.after(request, term);
    }

    /** While a notice runs the public reads it without an account, and the applicant is told until when. */
    private void runs(PublicNotice notice) {
        reads(notice);
        follow("request-notice");
        var until = backstage.date(notice.until(), Locale.ENGLISH);
        assertThat(browser.heading()).as("the headline").contains("published", until);
    }

    private void object(String reason) {
        reads(backstage.notice(backstage.atRest(publicId, applicant)).orElseThrow());
        browser.type("reason", reason);
        browser.leave(css("form[action$='/objections'] .btn-primary"));
        look("public-notice-objected");
    }

    private void reads(PublicNotice notice) {
        begin();
        open("/public-notices");
        look("public-notices");
        browser.leave(css("main a[href$='%s']".formatted(notice.publicId())));
        look("public-notice");
    }

    private void withdraw() {
        withdrawals().forEach(browser::leave);
        look("withdraw");
        browser.leave(css("form[action$='/withdraw'] button"));
    }

    private List<WebElement> withdrawals() {
        backstage.atRest(publicId, applicant);
        follow("request-late");
        return all("main a[href$='/withdraw']");
    }

    private void ends(String end) {
        backstage.atRest(publicId, applicant);
        follow("result");
        assertThat(browser.heading()).contains(backstage.text(folder.service(), end + ".title", Locale.ENGLISH));
    }

    private void follow(String page) {
        begin();
        open("/sign-in?to=/requests/" + publicId);
        browser.signIn(applicant);
        look(page);
    }

    private Filling filling(Map<String, String> answers) {
        return new Filling(browser, Made.asOf(backstage.today(), answers));
    }

    private void enough(int tries) {
        assertThat(tries)
                .as("tries so far, at %s: %s", browser.url(), browser.text())
                .isLessThan(MOST_TRIES);
    }

    private void begin() {
        browser = RunningDesk.visitor("en");
    }

    private void await(String path, By by) {
        new WebDriverWait(browser.driver(), SOON).until(there -> {
            open(path);
            return !browser.driver().findElements(by).isEmpty();
        });
    }

    private void open(String path) {
        browser.open(RunningDesk.at(path));
    }

    private WebElement css(String selector) {
        return browser.find(By.cssSelector(selector));
    }

    private List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    /**
     * Looks at a page once, however often the way leads there. The desk works on wide screens; how its pages and those between
     * two steps look on a telephone is seen where every page is, on the whole way of one service.
     */
    private void look(String page) {
        if (seen.add(page)) {
            var widths = page.startsWith("desk-") || page.startsWith("request-") ? WIDE : BOTH;
            faults.addAll(browser.page().seen(folder.service() + "-" + page, widths));
        }
    }
}
