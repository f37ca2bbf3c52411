package cn.qiaotong;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/**
 * The page that a browser shows, held against what every page promises: usable by everyone, in one language, at the width
 * of a phone, and silent in the console.
 */
final class Page {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Set<String> LANGUAGES = Set.of("zh-Hans", "zh-Hant", "en");
    private static final String OWN_TEXT =
            """
            const shown = document.body.cloneNode(true);
            shown.querySelectorAll('[lang],[data-own-words],script,style').forEach(e => e.remove());
            return shown.textContent;
            """;
    /** The desk's Chinese name, which English pages give once. */
    private static final String OWN_NAME = "绿色通道";

    private static final String FOREIGN_HOSTS =
            """
            return performance.getEntriesByType('resource').map(e => new URL(e.name))
                .filter(u => u.protocol.startsWith('http') && u.host !== location.host).map(u => u.href);
            """;

    /** What the heading says, part by part: a caption may stand above it. */
    private static final String HEADING =
            """
            const heading = document.querySelector('h1').cloneNode(true);
            heading.querySelectorAll('.caption').forEach(e => e.remove());
            return [...heading.childNodes].map(n => n.textContent.trim()).filter(t => t);
            """;

    private final Browser browser;

    Page(Browser browser) {
        this.browser = browser;
    }

    /** Fails with everything that is wrong with the page at 1280 and at 320 pixels, and leaves a picture of both. */
    void check(String name) {
        var wrong = seen(name);
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /** Everything that is wrong with the page at 1280 and at 320 pixels; leaves a picture of both. */
    List<String> seen(String name) {
        return seen(name, List.of(1280, 320));
    }

    /** Everything that is wrong with the page at these widths; leaves a picture of each. */
    List<String> seen(String name, List<Integer> widths) {
        var wrong = new ArrayList<String>();
        for (var width : widths) {
            browser.width(width).screenshot(name);
            faults().forEach(fault -> wrong.add("%s at %d (%s): %s".formatted(name, width, browser.url(), fault)));
        }
        browser.width(1280);
        return wrong;
    }

    /** What is wrong with the page as it is shown now. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        axe(faults);
        structure(faults);
        words(faults);
        faults.addAll(Criteria.faults(browser));
        silence(faults);
        return faults;
    }

    private void axe(List<String> faults) {
        for (var rule :
                new AxeBuilder().withTags(STANDARDS).analyze(browser.driver()).getViolations()) {
            faults.add("axe %s: %s in %s".formatted(rule.getId(), rule.getHelp(), places(rule)));
        }
    }

    private static List<String> places(Rule rule) {
        return rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    private void structure(List<String> faults) {
        var driver = browser.driver();
        if (!LANGUAGES.contains(language())) {
            faults.add("html lang is " + language());
        }
        var headings = driver.findElements(By.tagName("h1")).stream()
                .filter(WebElement::isDisplayed)
                .count();
        if (headings != 1) {
            faults.add(headings + " visible h1");
        }
        if (headings == 1
                && !((List<?>) driver.executeScript(HEADING))
                        .stream().allMatch(part -> driver.getTitle().contains((String) part))) {
            faults.add("the title «%s» does not name the heading".formatted(driver.getTitle()));
        }
        if (is("return document.documentElement.scrollWidth > innerWidth")) {
            faults.add("scrolls sideways");
        }
    }

    private void words(List<String> faults) {
        var text = ((String) browser.driver().executeScript(OWN_TEXT)).replaceAll("\\s+", " ");
        if (text.matches("(?s).*(\\?\\?.+\\?\\?|\\$?\\{[^}]*}).*")) {
            faults.add("shows a message key or a placeholder: " + text);
        }
        if (text.matches("(?s).*\\b[a-z]+(\\.[a-z-]+){2,}\\b.*")) {
            faults.add("shows what looks like a message key: " + text);
        }
        if (language().equals("en") && text.replace(OWN_NAME, "").codePoints().anyMatch(Character::isIdeographic)) {
            faults.add("an English page shows Chinese: " + text.replaceAll("[^\\p{IsHan}]+", " "));
        }
    }

    private void silence(List<String> faults) {
        browser.driver().manage().logs().get(LogType.BROWSER).forEach(entry -> {
            if (!isOwnRefusal(entry.getMessage()) && !isKeycloaksHistory(entry.getMessage())) {
                faults.add("console: " + entry.getMessage());
            }
        });
        var foreign = (List<?>) browser.driver().executeScript(FOREIGN_HOSTS);
        foreign.forEach(url -> faults.add("asks another host: " + url));
    }

    private boolean isOwnRefusal(String message) {
        return message.startsWith(browser.url() + " - Failed to load resource: the server responded with a status of ")
                && message.matches("(?s).* a status of (4\\d\\d|503).*");
    }

    /** Keycloak adds an inline script that renames a posted page in the history; the realm's policy keeps it from running. */
    private static boolean isKeycloaksHistory(String message) {
        return message.contains("/login-actions/")
                && message.contains("Executing inline script violates the following Content Security Policy");
    }

    private String language() {
        return String.valueOf(browser.find(By.tagName("html")).getDomAttribute("lang"));
    }

    private boolean is(String script) {
        return Boolean.TRUE.equals(browser.driver().executeScript(script));
    }
}
