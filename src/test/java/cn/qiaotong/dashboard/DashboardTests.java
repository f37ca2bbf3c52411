package cn.qiaotong.dashboard;

import static cn.qiaotong.review.DeskFixture.DISTRICT;
import static cn.qiaotong.review.DeskFixture.PLANTED;
import static cn.qiaotong.review.DeskFixture.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.objection.RequestObjections;
import cn.qiaotong.review.DeskFixture;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The figures: every number is as long as its list, the map says what its table says, and nobody is named. */
@WholeDesk
class DashboardTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    MutableClock clock;

    Instant before;
    Person administrator;
    Person leader;

    @BeforeEach
    void fill() {
        before = clock.instant();
        var desk = new DeskFixture(beans);
        administrator = desk.someone("administrator", DISTRICT, Role.ADMINISTRATOR);
        leader = desk.someone("leader", DISTRICT, Role.LEADER);
        desk.submitted();
        desk.reviewed(desk.someone("reviewer", DISTRICT, Role.DISTRICT_REVIEWER));
        desk.referred();
        clock.advance(Duration.ofDays(3));
        desk.submitted();
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(before);
        beans.getBean(cn.qiaotong.process.EngineClock.class).release();
    }

    @Test
    void everyNumberIsAsLongAsItsList() {
        var numbers = page("/dashboard", administrator, "en").select("td.number a");
        assertThat(numbers).hasSizeGreaterThan(9);
        numbers.forEach(this::assertAsLongAsItsList);
        page(map(), administrator, "en").select("td.number a").forEach(this::assertAsLongAsItsList);
    }

    private void assertAsLongAsItsList(Element number) {
        var count = Long.parseLong(number.selectFirst("span").text().replace(",", ""));
        var list = page(number.attr("href"), administrator, "en");
        assertThat(Long.parseLong(list.selectFirst("#count").attr("data-count")))
                .as(number.attr("href"))
                .isEqualTo(count);
        assertThat(rows(list)).as(number.attr("href")).isEqualTo(count);
    }

    private long rows(Document list) {
        var next = list.select("a[rel=next]");
        return list.select("tbody tr").size()
                + (next.isEmpty() ? 0 : rows(page(next.attr("href"), administrator, "en")));
    }

    @Test
    void theFirstTableSumsUpEveryServiceAndLeadsToIt() {
        var page = page("/dashboard", administrator, "en");
        var all = page.selectFirst("#all-services");

        assertThat(all.select("tbody tr")).hasSameSizeAs(page.select("section[aria-labelledby^=of-]"));
        assertThat(all.select("tbody th a"))
                .allSatisfy(link -> assertThat(page.select(link.attr("href"))).hasSize(1));
        for (var measure = 0; measure < 3; measure++) {
            var place = measure;
            var services = all.select("tbody tr").stream()
                    .mapToLong(row -> sum(row.select("td.number").get(place)))
                    .sum();
            assertThat(sum(all.select("tfoot td.number").get(place))).isEqualTo(services);
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 办理统计, 已超期", "zh-HK, 辦理統計, 已逾期", "en, Figures, Overdue"})
    void overdueIsCountedInEveryLanguage(String language, String title, String overdue) {
        var page = page("/dashboard", administrator, language);

        assertThat(page.selectFirst("h1").text()).isEqualTo(title);
        assertThat(page.select("thead").text()).contains(overdue);
        assertThat(page.select("tfoot").stream()
                        .mapToLong(foot -> sum(foot.select("td.number").get(1)))
                        .sum())
                .isPositive();
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void aLeaderReadsNumbersAndNoLists() {
        var page = page("/dashboard", leader, "en");

        assertThat(page.select("td.number")).isNotEmpty();
        assertThat(page.select("td.number a")).isEmpty();
        assertThat(page.select("tfoot td.number").text())
                .isEqualTo(page("/dashboard", administrator, "en")
                        .select("tfoot td.number span:not(.visually-hidden)")
                        .text());
        assertThat(get("/dashboard/requests?measure=open", leader, "en")).hasStatus(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"APPLICANT", "DISTRICT_REVIEWER", "DISTRICT_APPROVER", "AUDITOR", "SUPERVISOR"})
    void othersAreTurnedAway(Role role) {
        var someone = new DeskFixture(beans).someone("other", DISTRICT, role);

        assertThat(get("/dashboard", someone, "en")).hasStatus(403);
        assertThat(get("/dashboard/requests", someone, "en")).hasStatus(403);
        assertThat(get(map(), someone, "en")).hasStatus(403);
    }

    @Test
    void theMapsTableSaysWhatTheFiguresSay() {
        object();
        var page = page(map(), administrator, "en");
        var total = sum(page.selectFirst("#map-table tfoot td.number"));

        assertThat(total).isPositive();
        assertThat(page.select("#map-table tbody tr").stream()
                        .flatMap(row -> row.select("td.number").stream().limit(1))
                        .mapToLong(DashboardTests::sum)
                        .sum())
                .isEqualTo(total);
        assertThat(sum(page.selectFirst("#map-elsewhere tr:has(th[scope=row]:contains(Objection)) td.number")))
                .isPositive();
        assertThat(get(map() + ".bpmn", leader, "en")).hasStatusOk().bodyText().contains("<bpmn:definitions");
        page.select("script[src], link[rel=stylesheet]")
                .forEach(asset -> assertThat(get(asset.attr("src") + asset.attr("href"), leader, "en"))
                        .hasStatusOk());
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 受理意见, 退回经办", "zh-HK, 受理意見, 退回經辦", "en, Outcome of intake, return to reviewer"})
    void theMapNamesEveryElementAndWayInThePagesLanguage(String language, String gateway, String way) {
        var page = page(map(), administrator, language);

        assertThat(page.select("#map-table tr[data-element=after-intake]").attr("data-name"))
                .isEqualTo(gateway);
        assertThat(page.select("#map-ways [data-element=after-confirm-to-intake]")
                        .attr("data-name"))
                .isEqualTo(way);
        assertThat(page.select("#map-table tr[data-element]"))
                .noneMatch(row -> row.attr("data-name").equals(row.attr("data-element")));
    }

    @Test
    void nobodyIsNamed() {
        for (var address : new String[] {"/dashboard", "/dashboard/requests?measure=open", map()}) {
            assertThat(page(address, administrator, "en").outerHtml())
                    .as(address)
                    .doesNotContain(PLANTED, "applicant-");
        }
        assertThat(page("/dashboard?from=nonsense&to=0000-99-99", administrator, "en")
                        .select("h1"))
                .hasSize(1);
        assertThat(get("/dashboard/requests?measure=nonsense", administrator, "en"))
                .hasStatus(404);
    }

    private void object() {
        var desk = new DeskFixture(beans);
        var person = desk.applicant();
        var request = desk.closed(person);
        beans.getBean(RequestObjections.class).make(request.publicId(), PLANTED, person);
    }

    private static String map() {
        return "/dashboard/services/%s/map".formatted(SERVICE);
    }

    private static long sum(Element cell) {
        return Long.parseLong(
                cell.selectFirst("span:not(.visually-hidden)").text().replace(",", ""));
    }

    private MvcTestResult get(String address, Person person, String language) {
        return new Reading(mvc).get(address, person, language);
    }

    private Document page(String address, Person person, String language) {
        return new Reading(mvc).page(address, person, language);
    }
}
