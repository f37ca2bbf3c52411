package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refuses a realm that is softer than the one we promise, or whose roles are not the program's. */
class RealmTests {

    static final Set<String> ROLES = Set.of(
            "applicant",
            "district-reviewer",
            "district-approver",
            "bank-reviewer",
            "bank-approver",
            "department-reviewer",
            "payer",
            "supervisor",
            "leader",
            "administrator",
            "auditor");

    private static final JsonNode REALM = DemoPerson.Json.read(Path.of("realm/qiaotong-realm.json"));

    @Test
    void theRealmKeepsEveryRule() {
        assertThat(RealmRules.broken(REALM, ROLES)).isEmpty();
    }

    @Test
    void theDemoPeopleHaveKnownRolesAndOrganisationsAndNoPasswordOfTheirOwn() {
        var people = DemoPerson.all("");
        var users = DemoPerson.Json.read(DemoPerson.FILE).path("users");

        assertThat(people).allSatisfy(person -> assertThat(ROLES).containsAll(person.roles()));
        assertThat(people).allSatisfy(person -> assertThat(organisations())
                .containsAll(person.organisation().stream().toList()));
        assertThat(users)
                .allSatisfy(user ->
                        assertThat(user.at("/credentials/0/value").asText()).isEqualTo("${QIAOTONG_DEMO_PASSWORD}"));
        assertThat(people).allSatisfy(person -> assertThat(person.email()).endsWith("@example.test"));
    }

    private static List<String> organisations() {
        return REALM.at("/groups/0/subGroups").findValuesAsText("name");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a role the program does not know | {"roles": {"realm": [{"name": "boss"}]}}
            a missing role                   | {"roles": {"realm": []}}
            a written secret                 | {"clients": [{"clientId": "qiaotong", "secret": "hunter2"}]}
            a written mail password          | {"smtpServer": {"password": "hunter2"}}
            a redirect with a star           | {"clients": [{"redirectUris": ["https://desk.example/*"]}]}
            a sign-out address with a star   | {"clients": [{"attributes": {"post.logout.redirect.uris": "*"}}]}
            a web origin                     | {"clients": [{"webOrigins": ["+"]}]}
            the implicit flow                | {"clients": [{"implicitFlowEnabled": true}]}
            the password grant               | {"clients": [{"directAccessGrantsEnabled": true}]}
            the device grant                 | {"clients": [{"attributes": {"oauth2.device.authorization.grant.enabled": "true"}}]}
            a public client that is enabled  | {"clients": [{"enabled": true, "publicClient": true}]}
            full scope                       | {"clients": [{"fullScopeAllowed": true}]}
            no PKCE                          | {"clients": [{"attributes": {}}]}
            plain PKCE                       | {"clients": [{"attributes": {"pkce.code.challenge.method": "plain"}}]}
            no brute-force lock              | {"bruteForceProtected": false}
            a late brute-force lock          | {"bruteForceProtected": true, "failureFactor": 30}
            no TLS                           | {"sslRequired": "none"}
            a long-lived code                | {"accessCodeLifespan": 61}
            a long-lived access token        | {"accessTokenLifespan": 301}
            refresh tokens without rotation  | {"revokeRefreshToken": false}
            a refresh token used twice       | {"refreshTokenMaxReuse": 1}
            a short password                 | {"passwordPolicy": "length(8) and notUsername(undefined) and notEmail(undefined)"}
            password composition             | {"passwordPolicy": "length(12) and notUsername(undefined) and notEmail(undefined) and digits(1)"}
            e-mail without proof             | {"verifyEmail": false}
            no record of events              | {"eventsEnabled": false}
            a user in the file               | {"users": [{"username": "root"}]}
            a name in a token                | {"clientScopes": [{"protocolMappers": [{"config": {"claim.name": "name", "id.token.claim": "true"}}]}]}
            an unsafe content policy         | {"browserSecurityHeaders": {"contentSecurityPolicy": "script-src 'unsafe-inline'"}}
            """)
    void refuses(String offence, String snippet) throws JsonProcessingException {
        assertThat(RealmRules.broken(DemoPerson.Json.MAPPER.readTree(snippet), ROLES))
                .as(offence)
                .contains(offence);
    }
}
