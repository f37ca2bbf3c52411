package cn.qiaotong.signin;

import static cn.qiaotong.signin.Browser.location;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.ShellOnly;
import cn.qiaotong.identity.People;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in and out against an identity provider that may lie, through the real server. */
@SpringBootTest(
        classes = ShellOnly.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {ShellOnly.KEYS, ShellOnly.ACTIVE, ShellOnly.INDEX, ShellOnly.DATABASE})
class SigningInTests {

    private static final FakeKeycloak KEYCLOAK = new FakeKeycloak();
    private static final int PORT = freePort();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final String subject = UUID.randomUUID().toString();
    private final Browser browser = new Browser(PORT);

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("qiaotong.url", () -> "http://127.0.0.1:" + PORT);
        properties.add("qiaotong.keycloak.url", KEYCLOAK::url);
        properties.add("qiaotong.keycloak.client-secret", () -> "secret");
    }

    @BeforeEach
    void honest() {
        KEYCLOAK.honest(subject);
    }

    @AfterAll
    static void stop() {
        KEYCLOAK.close();
    }

    @Test
    void leadsBackToThePageThatWasAskedFor() {
        var turned = browser.get("/account?from=mail");
        assertThat(turned.statusCode()).isEqualTo(303);
        assertThat(location(turned)).isEqualTo("/sign-in?to=%2Faccount%3Ffrom%3Dmail");

        var back = comeBack(leave(location(turned)));

        assertThat(location(back)).isEqualTo("/account?from=mail");
        assertThat(browser.get("/account").body()).contains("陈大文").contains("chan@example.com");
    }

    @Test
    void asksKeycloakWithProofOfPossessionInTheReadersLanguage() {
        browser.get("/help?lang=zh-Hant");
        var asked = leave("/sign-in");

        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("ui_locales", "zh-TW")
                .containsEntry("scope", "openid profile email")
                .containsKeys("code_challenge", "state", "nonce")
                .doesNotContainKey("prompt");
        comeBack(asked);
        assertThat(KEYCLOAK.lastTokenRequest).contains("code_verifier=", "code=good");
    }

    @Test
    void registersWithTheSameFlow() {
        assertThat(leave("/register")).containsEntry("prompt", "create");
    }

    @Test
    void keepsNoTokenAndNoNameInTheSession() {
        signIn();

        var kept = jdbc.sql("select attribute_name, attribute_bytes from spring_session_attributes")
                .query((row, number) -> row.getString(1) + "=" + new String(row.getBytes(2), UTF_8))
                .list();
        assertThat(kept)
                .isNotEmpty()
                .noneMatch(
                        text -> text.contains("canary") || text.contains("陈大文") || text.contains("chan@example.com"));
    }

    @Test
    void changesTheSessionIdWhenSomebodySignsIn() {
        var asked = leave("/sign-in");
        var before = browser.cookie("session").orElseThrow().getValue();
        comeBack(asked);

        assertThat(browser.cookie("session").orElseThrow().getValue()).isNotEqualTo(before);
    }

    @Test
    void whatIsTakenAwayIsGoneWithTheNextRequest() {
        signIn();
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);

        people.disable(people.bySubject(subject).orElseThrow().account());

        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        assertThat(location(signIn())).isEqualTo("/sign-in/failed?reason=disabled");
    }

    @Test
    void refusesSomebodyOfTwoOrganisationsWithAPlainPage() {
        KEYCLOAK.claims = set -> set.subject(subject)
                .claim("organisations", List.of("/organisations/district", "/organisations/icbc-jianghai"));

        var refused = browser.get(location(signIn()), "Accept-Language", "en");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Your account belongs to more than one organisation");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void refusesALyingProvider(String lie, Consumer<FakeKeycloak> told) {
        told.accept(KEYCLOAK);

        var back = signIn();

        assertThat(location(back)).isEqualTo("/sign-in/failed");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        assertThat(people.bySubject(subject)).isEmpty();
        assertThat(browser.get("/sign-in/failed", "Accept-Language", "zh-CN").body())
                .contains("登录没有完成。请重新登录。");
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                claim("another issuer", set -> set.issuer("https://evil.example/realms/qiaotong")),
                claim("no issuer", set -> set.issuer(null)),
                claim("another audience", set -> set.audience("another")),
                claim("no audience", set -> set.audience((String) null)),
                claim(
                        "several audiences without us as authorised party",
                        set -> set.audience(List.of("qiaotong", "x"))),
                claim("another authorised party", set -> set.claim("azp", "another")),
                claim("another nonce", set -> set.claim("nonce", "stolen")),
                claim("no nonce", set -> set.claim("nonce", null)),
                claim(
                        "expired",
                        set -> set.expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                claim("no expiry", set -> set.expirationTime(null)),
                claim(
                        "issued tomorrow",
                        set -> set.issueTime(Date.from(Instant.now().plusSeconds(86_400)))),
                claim("not issued at all", set -> set.issueTime(null)),
                claim(
                        "not valid yet",
                        set -> set.notBeforeTime(Date.from(Instant.now().plusSeconds(86_400)))),
                claim("no subject", set -> set.subject(null)),
                lie("unsigned", idp -> idp.signing = (i, set) -> FakeKeycloak.unsigned(set)),
                lie(
                        "another key under the same id",
                        idp -> idp.signing = (i, set) -> FakeKeycloak.signed(FakeKeycloak.FOREIGN, set)),
                lie(
                        "the public key as a secret",
                        idp -> idp.signing = (i, set) -> FakeKeycloak.withPublicKeyAsSecret(set)),
                lie(
                        "a cut signature",
                        idp -> idp.signing = (i, set) -> {
                            var token = FakeKeycloak.signed(FakeKeycloak.KEY, set);
                            return token.substring(0, token.lastIndexOf('.') + 1);
                        }),
                lie(
                        "a changed payload",
                        idp -> idp.signing = (i, set) -> {
                            var honest =
                                    FakeKeycloak.signed(FakeKeycloak.KEY, set).split("\\.");
                            var other = FakeKeycloak.signed(
                                            FakeKeycloak.KEY,
                                            new JWTClaimsSet.Builder(set)
                                                    .claim("roles", "administrator")
                                                    .build())
                                    .split("\\.");
                            return honest[0] + "." + other[1] + "." + honest[2];
                        }),
                lie("no token at all", idp -> idp.signing = (i, set) -> ""),
                lie("somebody else's user info", idp -> idp.userInfo.put("sub", "another")),
                lie("no user info", idp -> idp.userInfoFails = true),
                lie("a failing token endpoint", idp -> idp.tokenFails = true));
    }

    @Test
    void refusesACodeThatThisBrowserDidNotAskFor() {
        leave("/sign-in");

        var injected = browser.get("/login/oauth2/code/keycloak?code=good&state=another");

        assertThat(location(injected)).isEqualTo("/sign-in/failed");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void signsOutHereAndThenAtKeycloak() {
        signIn();
        var session = browser.cookie("session").orElseThrow();

        assertThat(browser.post("/sign-out", Map.of()).statusCode()).isNotEqualTo(200);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        var out = browser.post("/sign-out", Map.of("_csrf", browser.token()));

        assertThat(location(out))
                .startsWith(KEYCLOAK.issuer() + "/protocol/openid-connect/logout?client_id=qiaotong&id_token_hint=")
                .contains("post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A" + PORT + "%2Fsigned-out");
        assertThat(browser.get("/account", "Cookie", "session=" + session.getValue())
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void keycloaksWordEndsEverySessionOfAPerson() {
        signIn();

        assertThat(backChannel(set -> set.claim("nonce", "n"))).isEqualTo(400);
        assertThat(backChannel(set -> set.audience("another"))).isEqualTo(400);
        assertThat(backChannel(set -> set.issuer("https://evil.example"))).isEqualTo(400);
        assertThat(backChannel(set -> set.claim("events", Map.of()))).isEqualTo(400);
        assertThat(backChannel(set -> set.issueTime(Date.from(Instant.now().minusSeconds(600)))))
                .isEqualTo(400);
        assertThat(browser.post("/logout/connect/back-channel/keycloak", Map.of("logout_token", "x.y.z"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(backChannel(set -> set)).isEqualTo(200);
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasTypedSurvivesTheEndOfTheSession() {
        signIn();
        browser.lose("session");

        var turned = browser.post(
                "/account/language",
                Map.of("language", "en", "_csrf", browser.token()),
                "Referer",
                "http://127.0.0.1:" + PORT + "/account");

        assertThat(turned.statusCode()).isEqualTo(303);
        assertThat(location(turned)).isEqualTo("/sign-in?to=%2Faccount");
        assertThat(location(comeBack(leave(location(turned))))).isEqualTo("/account");
        assertThat(jdbc.sql("select count(*) from kept_post where path = '/account'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aSignInWithoutKeycloakIsAPlainPageAndWhoeverIsInGoesOn() {
        signIn();
        KEYCLOAK.down = true;
        var stranger = new Browser(PORT);
        var page = untilNoticed(stranger);

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("The sign-in system is not answering.");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        KEYCLOAK.down = false;
        untilBack(stranger);
    }

    /** What was found out is kept for a few seconds, so the page is asked for until the answer changes. */
    private static HttpResponse<String> untilNoticed(Browser stranger) {
        return Stream.generate(() -> stranger.get("/sign-in", "Accept-Language", "en"))
                .limit(100_000)
                .filter(page -> page.statusCode() == 503)
                .findFirst()
                .orElseThrow();
    }

    private static void untilBack(Browser stranger) {
        Stream.generate(() -> stranger.get("/sign-in"))
                .limit(100_000)
                .filter(page -> page.statusCode() != 503)
                .findFirst()
                .orElseThrow();
    }

    private int backChannel(java.util.function.UnaryOperator<JWTClaimsSet.Builder> changed) {
        var token = changed.apply(new JWTClaimsSet.Builder()
                        .issuer(KEYCLOAK.issuer())
                        .audience("qiaotong")
                        .subject(subject)
                        .issueTime(new Date())
                        .jwtID(UUID.randomUUID().toString())
                        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of())))
                .build();
        return new Browser(PORT)
                .post(
                        "/logout/connect/back-channel/keycloak",
                        Map.of("logout_token", FakeKeycloak.signed(FakeKeycloak.KEY, token)))
                .statusCode();
    }

    private HttpResponse<String> signIn() {
        return comeBack(leave("/sign-in"));
    }

    private Map<String, String> leave(String path) {
        var toKeycloak = location(browser.get(location(browser.get(path))));
        assertThat(toKeycloak).startsWith(KEYCLOAK.issuer() + "/protocol/openid-connect/auth?");
        return Arrays.stream(toKeycloak.substring(toKeycloak.indexOf('?') + 1).split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> URLDecoder.decode(parts[1], UTF_8)));
    }

    private HttpResponse<String> comeBack(Map<String, String> asked) {
        KEYCLOAK.nonce = asked.get("nonce");
        return browser.get(
                "/login/oauth2/code/keycloak?code=good&state=" + java.net.URLEncoder.encode(asked.get("state"), UTF_8));
    }

    private static Arguments claim(String lie, java.util.function.UnaryOperator<JWTClaimsSet.Builder> change) {
        return lie(lie, idp -> {
            var honest = idp.claims;
            idp.claims = set -> change.apply(honest.apply(set));
        });
    }

    private static Arguments lie(String name, Consumer<FakeKeycloak> told) {
        return Arguments.of(name, told);
    }

    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
