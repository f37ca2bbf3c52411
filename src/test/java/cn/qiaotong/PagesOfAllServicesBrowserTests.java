package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/**
 * The pages that speak of all services at once, in a real browser, in every language, on a wide screen and on a telephone: a
 * visitor without a name finds what fits, and the district's leader reads how the plan stands.
 */
class PagesOfAllServicesBrowserTests extends RunningDesk {

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void theQuestionnaireLeadsToTheServices(String language) {
        var browser = visitor(language);
        var faults = new ArrayList<String>();
        browser.open(at("/"));
        browser.leave(browser.find(By.cssSelector("main a.btn[href='/fit']")));
        faults.addAll(browser.page().seen("fit-visitor"));

        answer(browser, "visitor", "mo_resident");
        browser.leave(browser.find(By.cssSelector("#fit .btn-primary")));
        faults.addAll(browser.page().seen("fit-person"));

        browser.type("age", "35");
        answer(browser, "card", "permanent_chinese");
        browser.leave(browser.find(By.cssSelector("#fit .btn-primary")));
        faults.addAll(browser.page().seen("fit-result"));

        assertThat(faults).as("what is wrong with the pages").isEmpty();
        assertThat(browser.driver()
                        .findElements(By.cssSelector("main section h3 a[href='/services/wealth-connect-northbound']")))
                .hasSize(1);
        assertThat(List.of(browser.url())).doesNotContain("mo_resident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void theLeaderReadsTheMonthAndThePlan(String language) {
        var leader = Surroundings.people().stream()
                .filter(person -> person.roles().contains("leader"))
                .findFirst()
                .orElseThrow();
        var browser = visitor(language).open(at("/sign-in?to=/leader")).signIn(leader);

        assertThat(browser.page().seen("leader"))
                .as("what is wrong with the page")
                .isEmpty();
        assertThat(browser.driver().findElements(By.cssSelector("main a[href^='/services/']")))
                .isNotEmpty();
    }

    private static void answer(Browser browser, String field, String value) {
        browser.press(browser.find(By.cssSelector("input[name='%s'][value='%s']".formatted(field, value))));
    }
}
