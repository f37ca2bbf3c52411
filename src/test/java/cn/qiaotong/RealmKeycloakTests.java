package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the realm refuses and what it tells, asked of the real Keycloak. */
class RealmKeycloakTests {

    @Test
    void aForeignReturnAddressIsRefused() throws Exception {
        var answer = new Authorization()
                .with("redirect_uri", "http://evil.example/login/oauth2/code/keycloak")
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("location")).isEmpty();
    }

    @Test
    void aLongerReturnAddressIsRefused() throws Exception {
        var longer = Surroundings.applicationUrl() + "/login/oauth2/code/keycloak/more";

        assertThat(new Authorization().with("redirect_uri", longer).send().statusCode())
                .isEqualTo(400);
    }

    @Test
    void signingInWithoutAChallengeIsRefused() throws Exception {
        var answer = new Authorization()
                .without("code_challenge", "code_challenge_method")
                .send();

        assertThat(answer.headers().firstValue("location").orElseThrow())
                .contains("error=invalid_request")
                .doesNotContain("code=");
    }

    @Test
    void aPlainChallengeIsRefused() throws Exception {
        var answer = new Authorization().with("code_challenge_method", "plain").send();

        assertThat(answer.headers().firstValue("location").orElseThrow()).contains("error=invalid_request");
    }

    @Test
    void theImplicitFlowIsRefused() throws Exception {
        var answer = new Authorization()
                .with("response_type", "token")
                .with("nonce", "n")
                .send();

        assertThat(answer.headers().firstValue("location").orElseThrow()).contains("error=unauthorized_client");
    }

    @Test
    void thePasswordGrantIsRefused() throws Exception {
        var person = Surroundings.person("li-xiaoming");
        for (var client : new String[] {"qiaotong", "admin-cli", "account-console"}) {
            var answer = Authorization.post(
                    "/protocol/openid-connect/token",
                    Map.of(
                            "grant_type",
                            "password",
                            "client_id",
                            client,
                            "client_secret",
                            Surroundings.CLIENT_SECRET,
                            "username",
                            person.username(),
                            "password",
                            person.password()));

            assertThat(answer.statusCode()).as(client).isBetween(400, 401);
        }
    }

    @Test
    void aCodeWithoutItsVerifierIsRefused() throws Exception {
        var answer = Authorization.exchange(signedIn("wong-siu-ling"), Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_grant").doesNotContain("Code not valid");
    }

    @Test
    void theIdTokenTellsRolesAndOrganisationsAndNoName() throws Exception {
        var tokens = tokens("wu-fang");
        var claims = claims(tokens.path("id_token").asText());

        assertThat(DemoPerson.Json.texts(claims.path("roles")))
                .containsExactlyInAnyOrder("district-reviewer", "district-approver");
        assertThat(DemoPerson.Json.texts(claims.path("organisations"))).containsExactly("/organisations/district");
        assertThat(claims.has("acr")).isTrue();
        assertThat(claims.toString())
                .doesNotContain("吴芳")
                .doesNotContain("example.test")
                .doesNotContain("wu-fang");
    }

    @Test
    void theAccessTokenTellsNeitherNameNorRoles() throws Exception {
        var claims = claims(tokens("wu-fang").path("access_token").asText());

        assertThat(claims.path("sub").asText()).isNotBlank();
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isLessThanOrEqualTo(300);
        assertThat(claims.toString())
                .doesNotContain("吴芳")
                .doesNotContain("example.test")
                .doesNotContain("district-");
    }

    @Test
    void theNameAndTheAddressComeFromUserinfo() throws Exception {
        var token = tokens("chan-tai-man").path("access_token").asText();
        var request = HttpRequest.newBuilder(
                        URI.create(Surroundings.keycloakServer().realm() + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        var told = DemoPerson.Json.MAPPER.readTree(answer.body());

        assertThat(told.path("name").asText()).isEqualTo("陳大文");
        assertThat(told.path("email").asText()).isEqualTo("chan-tai-man@example.test");
        assertThat(told.path("email_verified").asBoolean()).isTrue();
    }

    @Test
    void aRefreshTokenWorksOnce() throws Exception {
        var refresh = Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                "qiaotong",
                "client_secret",
                Surroundings.CLIENT_SECRET,
                "refresh_token",
                tokens("he-jing").path("refresh_token").asText());

        assertThat(Authorization.post("/protocol/openid-connect/token", refresh).statusCode())
                .isEqualTo(200);
        assertThat(Authorization.post("/protocol/openid-connect/token", refresh).statusCode())
                .isEqualTo(400);
    }

    private static JsonNode tokens(String username) throws Exception {
        var answer = Authorization.exchange(signedIn(username), Map.of("code_verifier", Authorization.VERIFIER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DemoPerson.Json.MAPPER.readTree(answer.body());
    }

    private static String signedIn(String username) {
        return Browser.fresh()
                .open(new Authorization().url())
                .signIn(Surroundings.person(username))
                .url();
    }

    private static JsonNode claims(String token) throws Exception {
        return DemoPerson.Json.MAPPER.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
