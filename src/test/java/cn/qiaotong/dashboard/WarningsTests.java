package cn.qiaotong.dashboard;

import static cn.qiaotong.review.DeskFixture.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.PolicyFixture;
import cn.qiaotong.review.DeskFixture;
import java.time.Duration;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What administrators read of policy and calendars that run out, and that nobody else does. */
@WholeDesk
class WarningsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    MutableClock clock;

    Person leader;
    Person administrator;

    @BeforeEach
    void open() {
        var desk = new DeskFixture(beans);
        leader = desk.someone("leader", DISTRICT, Role.LEADER);
        administrator = desk.someone("administrator", DISTRICT, Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 剩余, 28 天, 已到期 2 天, 随版本发布",
        "zh-HK, 尚餘, 28 天, 已到期 2 天, 隨版本發布",
        "en, Left, 28 days, ended 2 days ago, With the release"
    })
    void anAdministratorIsWarnedOfWhatEnds(String language, String left, String days, String ended, String release) {
        PolicyFixture.release(
                beans,
                "lapsing",
                """
                sources: {RULES: {title: Rules of a trial}}
                rows:
                  - {kind: value, key: ends_soon, value: 0.5, unit: CNY, from: 2024-01-01, until: 2026-03-30, source: RULES}
                  - {kind: list, key: has_ended, value: [1, 2], from: 2024-01-01, until: 2026-02-28, source: DEMO}
                  - {kind: value, key: goes_on, value: 1, from: 2024-01-01, until: 2026-03-30, source: RULES}
                  - {kind: value, key: goes_on, value: 2, from: 2026-03-31, source: RULES}
                """);

        var page = page("/dashboard", administrator, language);
        var section = page.selectFirst("section[aria-labelledby=ending]");
        assertThat(section.select("thead").text()).contains(left);
        assertThat(section.select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("ends_soon") && row.contains(days) && row.contains("Rules of a trial"))
                .anyMatch(row -> row.startsWith("has_ended") && row.contains(ended) && row.contains(release))
                .noneMatch(row -> row.startsWith("goes_on"));
        assertThat(page.select("a[href=#ending]")).hasSize(1);
        assertThat(page.text()).doesNotContain("??");
        assertThat(page("/dashboard", leader, language).select("#ending")).isEmpty();

        PolicyFixture.release(beans, "lapsing", "rows: []");
        assertThat(page("/dashboard", administrator, language).text()).doesNotContain("ends_soon");
    }

    @Test
    void anAdministratorIsWarnedOfAYearThatNoCalendarHas() {
        assertThat(page("/dashboard", administrator, "en").text()).doesNotContain("has no year");

        clock.advance(Duration.ofDays(260));

        assertThat(page("/dashboard", administrator, "en")
                        .selectFirst("section[aria-labelledby=ending]")
                        .text())
                .contains("The calendar of the Mainland has no year 2027", "Hong Kong, China");
    }

    private MvcTestResult get(String address, Person person, String language) {
        return new Reading(mvc).get(address, person, language);
    }

    private Document page(String address, Person person, String language) {
        return new Reading(mvc).page(address, person, language);
    }
}
