package cn.qiaotong.signin;

import static cn.qiaotong.identity.PersonFixture.applicant;
import static cn.qiaotong.identity.PersonFixture.of;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.ShellOnly;
import cn.qiaotong.identity.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of addresses, asked as a stranger through the real server and as each role through the filter chain. */
@SpringBootTest(
        classes = ShellOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {ShellOnly.KEYS, ShellOnly.ACTIVE, ShellOnly.INDEX, ShellOnly.DATABASE})
@AutoConfigureMockMvc
class AccessTests {

    private static final List<String> EVERYWHERE = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    @Test
    void everyMappedAddressTurnsAStrangerAwayAsTheTableSays() {
        var stranger = new Browser(port);
        var wrong = mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> methods(mapping.getMethodsCondition().getMethods().stream()
                                .map(Enum::name)
                                .collect(Collectors.toSet()))
                        .stream()
                        .flatMap(method -> mapping.getPatternValues().stream()
                                .map(pattern -> method + " " + pattern.replaceAll("\\{[^}]*}|\\*+", "x"))))
                .filter(address -> !asTheTableSays(stranger, address))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private boolean asTheTableSays(Browser stranger, String address) {
        var method = address.split(" ")[0];
        var path = address.split(" ")[1];
        var line = Access.lineOf(new MockHttpServletRequest(method, path));
        var answer = stranger.ask(method, path);
        var headed = EVERYWHERE.stream()
                .allMatch(name -> answer.headers().firstValue(name).isPresent());
        return headed && line.isPresent() && (line.get().who().everyone() || isTurnedAway(method, answer));
    }

    private static boolean isTurnedAway(String method, HttpResponse<String> answer) {
        return method.equals("GET")
                ? answer.statusCode() == 303 && Browser.location(answer).startsWith("/sign-in")
                : answer.statusCode() == 403 || answer.statusCode() == 303;
    }

    private static Set<String> methods(Set<String> declared) {
        return declared.isEmpty() ? Set.of("GET", "POST") : declared;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/h2-console",
                "/actuator",
                "/actuator/env",
                "/engine-rest/engine",
                "/camunda/app/admin",
                "/v3/api-docs",
                "/nothing",
                "/Review",
                "/review.json",
                "/administrations"
            })
    void whatTheTableDoesNotNameIsNotThere(String path) {
        var answer = new Browser(port).get(path, "Accept-Language", "zh-HK");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>找不到</h1>");
        assertThat(answer.headers().map().keySet()).containsAll(lower(EVERYWHERE));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account;x",
                "//account",
                "/./account",
                "/%2e%2e/account",
                "/account%2f",
                "/account%5c",
                "/%3b/account",
                "/account%00",
                "/account/%2e",
                "/help/..;/account",
                "/help%2f..%2faccount",
                "/account/",
                "/ACCOUNT",
                "/account.",
                "/account.json",
                "/administration;x=1/",
                "/help/../account"
            })
    void twistedAddressesGetNoFurther(String path) {
        var answer = new Browser(port).get(path);

        assertThat(answer.statusCode()).isIn(303, 400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "java.");
        assertThat(answer.headers().map().keySet()).containsAll(lower(EVERYWHERE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "TRACE", "OPTIONS"})
    void otherMethodsAreRefusedEverywhere(String method) {
        assertThat(new Browser(port).ask(method, "/help").statusCode()).isIn(400, 403, 404, 405);
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICANT, '', /requests, 404",
        "APPLICANT, '', /review, 403",
        "APPLICANT, '', /administration, 403",
        "APPLICANT, '', /account, 200",
        "DISTRICT_REVIEWER, district, /review/7, 404",
        "DISTRICT_REVIEWER, district, /requests/7, 403",
        "DISTRICT_REVIEWER, district, /dashboard, 403",
        "BANK_APPROVER, icbc-jianghai, /review/7, 404",
        "BANK_APPROVER, icbc-jianghai, /administration/services, 403",
        "SUPERVISOR, icbc-jianghai, /review, 404",
        "SUPERVISOR, icbc-jianghai, /review/budget, 403",
        "SUPERVISOR, district, /review/budget, 404",
        "BANK_APPROVER, icbc-jianghai, /review/budget, 403",
        "APPLICANT, '', /review/budget/x/2026, 403",
        "DISTRICT_REVIEWER, district, /review/budget, 404",
        "DISTRICT_APPROVER, district, /review/budget/x/2026/entries.csv, 404",
        "LEADER, district, /review/budget, 404",
        "ADMINISTRATOR, district, /review/budget, 404",
        "AUDITOR, district, /review/budget, 403",
        "PAYER, finance-bureau, /review/budget/x/2026/entries.csv, 404",
        "DEPARTMENT_REVIEWER, tax-bureau, /review/budget, 403",
        "DEPARTMENT_REVIEWER, tax-bureau, /review/budget/x/2026/entries.csv, 403",
        "APPLICANT, '', /review/budget/x/2026/entries.csv, 403",
        "LEADER, district, /dashboard, 404",
        "LEADER, district, /leader, 404",
        "ADMINISTRATOR, district, /leader, 404",
        "APPLICANT, '', /leader, 403",
        "DISTRICT_REVIEWER, district, /leader, 403",
        "DISTRICT_APPROVER, district, /leader, 403",
        "SUPERVISOR, district, /leader, 403",
        "BANK_REVIEWER, icbc-jianghai, /leader, 403",
        "DEPARTMENT_REVIEWER, tax-bureau, /leader, 403",
        "PAYER, finance-bureau, /leader, 403",
        "AUDITOR, district, /leader, 403",
        "LEADER, district, /administration, 403",
        "ADMINISTRATOR, district, /administration/services, 404",
        "ADMINISTRATOR, district, /administration/audit, 403",
        "ADMINISTRATOR, district, /review, 403",
        "AUDITOR, district, /administration/audit, 404",
        "AUDITOR, district, /administration/services, 403"
    })
    void eachRoleReachesItsAreasOnly(Role role, String organisation, String path, int status) {
        var person = organisation.isEmpty() ? applicant() : of(organisation, role);

        assertThat(mvc.get().uri(path).with(as(person))).hasStatus(status);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        assertThat(mvc.post().uri("/language").param("language", "en")).hasStatus(403);
        assertThat(mvc.post().uri("/language").param("language", "en").with(csrf().useInvalidToken()))
                .hasStatus(403);
        assertThat(mvc.post().uri("/language").param("language", "en").with(csrf()))
                .hasStatus(303);
    }

    @Test
    void aPartOfAPageSendsTheWholePageToSignIn() {
        var answer = new Browser(port)
                .get("/inbox", "HX-Request", "true", "HX-Current-URL", "http://127.0.0.1:8080/review?due=today");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/sign-in?to=%2Freview%3Fdue%3Dtoday");
    }

    @Test
    void aStrangersUploadIsTurnedAwayUnread() {
        var answer = new Browser(port).post("/documents", Map.of("a", "b"), "X-Unused", "x");

        assertThat(answer.statusCode()).isIn(303, 403);
        assertThat(mvc.post()
                        .uri("/documents")
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x--"))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/sign-in");
    }

    @Test
    void theTableNamesNoAddressTwiceForOneMethod() {
        var patterns = Access.TABLE.stream()
                .flatMap(line -> line.patterns().stream().map(pattern -> line.method() + pattern))
                .toList();

        assertThat(patterns).doesNotHaveDuplicates();
        assertThat(Access.lineOf(new MockHttpServletRequest(HttpMethod.HEAD.name(), "/help")))
                .isPresent();
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(String::toLowerCase).toList();
    }
}
