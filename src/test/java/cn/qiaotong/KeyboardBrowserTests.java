package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Pages of a request are filled and sent with keys alone. */
class KeyboardBrowserTests extends RunningDesk {

    private static final int FURTHEST = 40;

    private Browser browser;

    @Test
    void pagesAreFilledAndSentWithKeysAlone() {
        browser = applying("en", "wong-siu-ling");
        skipsTheHead();
        fillsInThePerson();
        var document = browser.url();
        sendsNothingAndFollowsTheError("mtp_number");
        press("H12345678");
        leave(Keys.ENTER);
        assertThat(browser.url()).isNotEqualTo(document);
        fillsInTheTie();

        assertThat(browser.driver().findElements(By.id("error-summary"))).isEmpty();
        assertThat(browser.url()).endsWith("/pages/means");
    }

    private void skipsTheHead() {
        press(Keys.TAB);
        assertThat(isOn(".skip-link")).isTrue();
        press(Keys.ENTER);
        press(Keys.TAB);
        assertThat(isOn("main a.back-link"))
                .as("the first stop behind the head")
                .isTrue();
    }

    private void fillsInThePerson() {
        tabTo("[name=full_name]");
        press("黃小玲");
        tabTo("[name=category]");
        press(Keys.SPACE);
        press(Keys.ARROW_DOWN);
        assertThat(isOn("[value=hk_mo_resident]:checked")).isTrue();
        tabTo("[name=full_capacity]");
        press(Keys.SPACE);
        tabTo("[name=phone]");
        press("+853 6612 3456");
        leave(Keys.ENTER);
        assertThat(browser.url()).endsWith("/pages/document");
    }

    private void sendsNothingAndFollowsTheError(String field) {
        tabTo("#page .btn-primary");
        leave(Keys.SPACE);
        assertThat(isOn("#error-summary")).as("where the errors are told").isTrue();
        press(Keys.TAB);
        press(Keys.ENTER);
        assertThat(isOn("[name=%s]".formatted(field))).isTrue();
    }

    private void fillsInTheTie() {
        tabTo("[name=hukou_gba]");
        press(Keys.SPACE);
        tabTo("[name=tie_city]");
        press(Keys.ARROW_DOWN);
        assertThat(browser.find(By.name("tie_city")).getDomProperty("value")).isNotEmpty();
        tabTo("[name=tie_years]");
        press("4");
        tabTo("#page .btn-primary");
        leave(Keys.ENTER);
    }

    private void tabTo(String selector) {
        for (var step = 0; step < FURTHEST && !isOn(selector); step++) {
            press(Keys.TAB);
        }
        assertThat(isOn(selector)).as("the keys reach " + selector).isTrue();
    }

    private boolean isOn(String selector) {
        return Boolean.TRUE.equals(
                browser.driver().executeScript("return document.activeElement.matches(arguments[0])", selector));
    }

    private void press(CharSequence keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private void leave(CharSequence key) {
        browser.leave(() -> press(key));
    }
}
