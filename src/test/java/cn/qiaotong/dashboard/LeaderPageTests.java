package cn.qiaotong.dashboard;

import static cn.qiaotong.review.DeskFixture.DISTRICT;
import static cn.qiaotong.review.DeskFixture.PLANTED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.review.DeskFixture;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page that a leader reads: a month in numbers, the whole plan by where it stands, and nobody named. */
@WholeDesk
class LeaderPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    MutableClock clock;

    @Autowired
    Plans plans;

    DeskFixture desk;
    Person leader;
    Person administrator;

    @BeforeEach
    void open() {
        desk = new DeskFixture(beans);
        leader = desk.someone("leader", DISTRICT, Role.LEADER);
        administrator = desk.someone("administrator", DISTRICT, Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 绿色通道月报 2026年3月, 已完成, 收件",
        "zh-HK, 綠色通道月報 2026年3月, 已完成, 收件",
        "en, Monthly report of the desk March 2026, Done, Received"
    })
    void readsInEveryLanguage(String language, String heading, String done, String received) {
        var page = page("/leader", leader, language);

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.selectFirst("h1").text()).isEqualTo(heading);
        assertThat(page.title()).startsWith(heading.replaceFirst(" (?=(March )?2026)", " – "));
        assertThat(page.select("h3").eachText()).anyMatch(status -> status.startsWith(done));
        assertThat(page.selectFirst("#services").parent().text()).contains(received);
        assertThat(page.text()).doesNotContain("??", "{", "}");
        assertThat(page.select("a[href=/leader][aria-current=page]")).hasSize(1);
    }

    @Test
    void everyInitiativeIsThereOnceUnderItsStanding() {
        var page = page("/leader", leader, "en");
        var plan = plans.current().initiatives();

        assertThat(page.select("tr[data-number]").eachAttr("data-number"))
                .containsExactlyInAnyOrderElementsOf(
                        plan.stream().map(one -> String.valueOf(one.number())).toList());
        for (var one : plan) {
            var row = page.selectFirst("tr[data-number=%d]".formatted(one.number()));
            assertThat(row.closest("section").attr("aria-labelledby"))
                    .isEqualTo("plan-" + one.standing().value().name().toLowerCase(Locale.ROOT));
            assertThat(row.text()).contains(one.quote(Locale.ENGLISH));
            assertThat(row.selectFirst("td[data-label=Standing]").text().contains("Demo value"))
                    .isEqualTo(one.standing().demo());
            assertThat(row.text().contains("Information only"))
                    .isEqualTo(one.services().isEmpty());
        }
        page.select("tr[data-number] td a").forEach(link -> assertThat(get(link.attr("href"), leader, "en"))
                .hasStatusOk());
    }

    @Test
    void countsWhatCameAndWhatWasAnswered() {
        var before = counted("Received");
        var referred = counted("Referred to banks");

        desk.submitted();
        desk.referred();

        assertThat(counted("Received")).isEqualTo(before + 2);
        assertThat(counted("Referred to banks")).isEqualTo(referred + 1);
        clock.advance(Duration.ofDays(31));
        var april = page("/leader", leader, "en");
        assertThat(april.selectFirst("h1").text()).endsWith("April 2026");
        assertThat(number(april, "Received", 1)).isEqualTo(before + 2);
        assertThat(page("/leader?month=2026-03", leader, "en").selectFirst("h1").text())
                .endsWith("March 2026");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "2026-13", "2999-01", "0001-01", "''"})
    void aMonthThatCannotBeReadOrIsToComeIsThePresentOne(String month) {
        assertThat(page("/leader?month=" + month, leader, "en")
                        .selectFirst("h1")
                        .text())
                .endsWith("March 2026");
    }

    @Test
    void nobodyIsNamed() {
        var request = desk.referred();

        assertThat(page("/leader", leader, "en").outerHtml()).doesNotContain(PLANTED, "applicant-", request.receipt());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"APPLICANT", "DISTRICT_REVIEWER", "DISTRICT_APPROVER", "AUDITOR", "SUPERVISOR"})
    void othersAreTurnedAwayAndSeeNoWayThere(Role role) {
        var someone = desk.someone("other", DISTRICT, role);

        assertThat(get("/leader", someone, "en")).hasStatus(403);
        assertThat(page("/account", someone, "en").select("a[href=/leader]")).isEmpty();
        assertThat(page("/account", administrator, "en").select("a[href=/leader]"))
                .hasSize(1);
    }

    private long counted(String measure) {
        return number(page("/leader", leader, "en"), measure, 0);
    }

    private static long number(Document page, String measure, int column) {
        return page.select("table[aria-labelledby=whole] tbody tr").stream()
                .filter(row -> row.selectFirst("th span").text().equals(measure))
                .mapToLong(row ->
                        Long.parseLong(row.select("td").get(column).text().replace(",", "")))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult get(String address, Person person, String language) {
        return new Reading(mvc).get(address, person, language);
    }

    private Document page(String address, Person person, String language) {
        return new Reading(mvc).page(address, person, language);
    }
}
