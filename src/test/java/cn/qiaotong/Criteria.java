package cn.qiaotong;

import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/**
 * What axe does not see of a page's use: the way of the Tab key, the size of what is pressed, the edges of what is filled
 * in, and where the help stands. All of it is told by one run of a script in the page.
 */
final class Criteria {

    private static final String SCRIPT = read("/criteria.js");

    /** As if the page had just been entered: the next Tab begins at its top. */
    private static final String FROM_THE_TOP =
            """
            document.body.tabIndex = -1;
            document.body.focus();
            document.body.removeAttribute('tabindex');
            """;

    private Criteria() {}

    static List<String> faults(Browser browser) {
        var driver = browser.driver();
        driver.executeScript(FROM_THE_TOP);
        new Actions(driver).sendKeys(Keys.TAB).perform();
        return ((List<?>) driver.executeScript(SCRIPT))
                .stream().map(String::valueOf).toList();
    }

    private static String read(String resource) {
        try (var in = Criteria.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
