package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Answers as a person gives them in a browser: whatever of them the page asks for, in the control that it asks with. */
final class Filling {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\.(\\d+)\\..*");

    private final Browser browser;
    private final Map<String, String> answers;
    private final Set<String> given = new HashSet<>();

    Filling(Browser browser, Map<String, String> answers) {
        this.browser = browser;
        this.answers = answers;
    }

    /** Gives what the page asks for now. */
    void fill() {
        answers.forEach((field, value) -> {
            addRow(field);
            if (isAsked(field + ".file")) {
                attach(field);
                given.add(field);
            } else if (isAsked(field)) {
                answer(field, value);
                given.add(field);
            }
        });
    }

    /** What no page has asked for so far. */
    List<String> left() {
        return answers.keySet().stream().filter(field -> !given.contains(field)).toList();
    }

    private void addRow(String field) {
        var row = ROW.matcher(field);
        if (row.matches() && !isAsked(field)) {
            find("button[name='form.add'][value='%s']".formatted(row.group(1))).forEach(browser::leave);
        }
    }

    private void attach(String field) {
        if (find("button[name='form.discard'][value^='%s#']".formatted(field)).isEmpty()) {
            browser.find(By.name(field + ".file")).sendKeys(paper(field).toString());
            browser.leave(browser.find(By.cssSelector("button[name='form.upload'][value='" + field + "']")));
        }
    }

    private void answer(String field, String value) {
        var found = browser.find(By.name(field));
        if (found.getTagName().equals("select")) {
            new Select(found).selectByValue(value);
        } else if (List.of("radio", "checkbox").contains(String.valueOf(found.getDomAttribute("type")))) {
            Stream.of(value.split(", ")).forEach(each -> find("input[name='%s'][value='%s']".formatted(field, each))
                    .forEach(this::choose));
        } else {
            browser.type(field, value);
        }
    }

    private void choose(WebElement choice) {
        if (!choice.isSelected()) {
            browser.press(choice);
        }
    }

    private boolean isAsked(String name) {
        return !browser.driver().findElements(By.name(name)).isEmpty();
    }

    private List<WebElement> find(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
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
