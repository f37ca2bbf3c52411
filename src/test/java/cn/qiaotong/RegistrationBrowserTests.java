package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/** A visitor becomes an applicant without ever leaving the way: service, registration, letter, service, first page. */
class RegistrationBrowserTests extends RunningDesk {

    private static final String PASSWORD = "four quiet words here";
    private static final String NAME = "𨋢慕容·Ōsaka";

    @ParameterizedTest
    @CsvSource({"zh-Hans", "zh-Hant", "en"})
    void aVisitorRegistersOnTheWayToApplyingAndApplies(String language) {
        var address = "visitor-%s@example.test".formatted(UUID.randomUUID());
        var browser = visitor(language).open(at(SERVICE));

        browser.leave(browser.find(By.cssSelector("main a.btn-primary[href*='/sign-in']")));
        registers(browser, address);
        confirms(browser, address);

        assertThat(browser.url()).isEqualTo(at(SERVICE));
        assertThat(browser.find(By.tagName("html")).getDomAttribute("lang")).isEqualTo(language);
        assertThat(browser.find(By.cssSelector(".who")).getText()).contains(NAME);
        browser.page().check("service-registered");
        savesTheFirstPage(firstPage(browser));
    }

    private static void registers(Browser browser, String address) {
        browser.leave(browser.find(By.cssSelector("main .info a")));
        assertThat(browser.driver().findElements(By.cssSelector("main input:not([type=hidden])")))
                .as("one name, an address, and no number of a telephone")
                .extracting(input -> input.getDomAttribute("name"))
                .containsExactly("firstName", "email");
        browser.type("firstName", NAME).type("email", address).submit();
    }

    private static void confirms(Browser browser, String address) {
        browser.open(MailText.of(Surroundings.mail().awaitTo(address)).firstLink());
        browser.type("password-new", PASSWORD)
                .type("password-confirm", PASSWORD)
                .submit();
    }

    private static void savesTheFirstPage(Browser browser) {
        var page = browser.url();
        browser.type("full_name", NAME);
        browser.press(browser.find(By.cssSelector("input[name=category][value=overseas_chinese]")));
        browser.leave(browser.find(By.name("form.save")));

        browser.open(page);
        assertThat(browser.find(By.name("full_name")).getDomProperty("value")).isEqualTo(NAME);
        assertThat(browser.find(By.cssSelector("input[name=category]:checked")).getDomAttribute("value"))
                .isEqualTo("overseas_chinese");
    }
}
