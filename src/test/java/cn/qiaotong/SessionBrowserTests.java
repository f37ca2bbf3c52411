package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session that ends while its person is typing costs them a sign-in and not a keystroke, and tells nobody else anything. */
class SessionBrowserTests extends RunningDesk {

    private static final String NAME = "歐陽小明 Ω\"<i>'&";
    private static final String PHONE = "+852 9876 5432";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void afterSigningInAgainEverythingTypedIsThere() {
        var browser = applying("zh-Hant", "wong-siu-ling");
        var page = typesUntilTheSessionIsOver(browser);

        browser.signIn(Surroundings.person("wong-siu-ling"));

        assertThat(browser.url()).isEqualTo(page);
        assertThat(typed(browser)).containsExactly(NAME, "hk_mo_resident", "no", PHONE);
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo("zh-Hant");
        browser.page().check("page-typed-again");
        browser.leave(browser.find(By.cssSelector("#page .btn-primary")));
        assertThat(browser.url()).isNotEqualTo(page).contains("/pages/");
    }

    @Test
    void somebodyElseWhoSignsInSeesNothingOfIt() {
        var browser = applying("en", "wong-siu-ling");
        var page = typesUntilTheSessionIsOver(browser);

        browser.signIn(Surroundings.person("chan-tai-man"));

        assertThat(browser.find(By.cssSelector(".who")).getText()).contains("陳大文");
        assertThat(browser.driver().getPageSource()).doesNotContain("歐陽").doesNotContain("9876");
        assertThat(browser.driver().findElements(By.id("page"))).isEmpty();
        firstPage(browser.open(at(SERVICE)));
        assertThat(typed(browser)).doesNotContain(NAME, PHONE);

        sessionEnds(browser);
        browser.open(page).signIn(Surroundings.person("wong-siu-ling"));
        assertThat(typed(browser)).as("its owner, later").containsExactly(NAME, "hk_mo_resident", "no", PHONE);
    }

    /** Fills the first page of a draft and sends it too late; the page's address. */
    private String typesUntilTheSessionIsOver(Browser browser) {
        var page = browser.url();
        browser.type("full_name", NAME).type("phone", PHONE);
        browser.press(browser.find(By.cssSelector("input[name=category][value=hk_mo_resident]")));
        browser.press(browser.find(By.cssSelector("input[name=full_capacity][value=no]")));
        sessionEnds(browser);
        browser.leave(browser.find(By.cssSelector("#page .btn-primary")));
        assertThat(browser.url()).startsWith(Surroundings.keycloakServer().url());
        return page;
    }

    private static List<String> typed(Browser browser) {
        return browser.driver().findElements(By.cssSelector("#page input.form-control, #page input:checked")).stream()
                .map(input -> input.getDomProperty("value"))
                .toList();
    }

    /** As after half an hour without a click: both the desk and Keycloak have forgotten this browser. */
    private void sessionEnds(Browser browser) {
        assertThat(jdbc.sql("update spring_session set last_access_time = 0, expiry_time = 0")
                        .update())
                .isPositive();
        browser.forgetUnder("/realms/");
    }
}
