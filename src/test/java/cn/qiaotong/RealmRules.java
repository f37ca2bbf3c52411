package cn.qiaotong;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules of a hard realm, each named by the offence that breaks it. */
final class RealmRules {

    private static final Set<String> PERSONAL = Set.of("name", "email", "email_verified", "locale");
    private static final List<String> TOKENS =
            List.of("id.token.claim", "access.token.claim", "introspection.token.claim");
    private static final Map<String, Predicate<JsonNode>> OF_THE_REALM = ofTheRealm();
    private static final Map<String, Predicate<JsonNode>> OF_A_CLIENT = ofAClient();

    private RealmRules() {}

    /** The offences of a realm against these rules. */
    static List<String> broken(JsonNode realm, Set<String> roles) {
        var offences = new ArrayList<String>();
        OF_THE_REALM.forEach((offence, breaks) -> {
            if (breaks.test(realm)) {
                offences.add(offence);
            }
        });
        for (var client : realm.path("clients")) {
            OF_A_CLIENT.forEach((offence, breaks) -> {
                if (breaks.test(client)) {
                    offences.add(offence);
                }
            });
        }
        roles(realm, roles, offences);
        return offences;
    }

    private static void roles(JsonNode realm, Set<String> expected, List<String> offences) {
        var named = new HashSet<String>();
        realm.path("roles")
                .path("realm")
                .forEach(role -> named.add(role.path("name").asText()));
        named.remove("default-roles-qiaotong");
        if (!expected.containsAll(named)) {
            offences.add("a role the program does not know");
        }
        if (!named.containsAll(expected)) {
            offences.add("a missing role");
        }
    }

    private static Map<String, Predicate<JsonNode>> ofTheRealm() {
        var rules = new LinkedHashMap<String, Predicate<JsonNode>>();
        rules.put("no brute-force lock", realm -> !realm.path("bruteForceProtected")
                .asBoolean());
        rules.put(
                "a late brute-force lock", realm -> realm.path("failureFactor").asInt(99) > 5);
        rules.put("no TLS", realm -> !realm.path("sslRequired").asText().matches("external|all"));
        rules.put("a long-lived code", realm -> realm.path("accessCodeLifespan").asInt(999) > 60);
        rules.put(
                "a long-lived access token",
                realm -> realm.path("accessTokenLifespan").asInt(999) > 300);
        rules.put("refresh tokens without rotation", realm -> !realm.path("revokeRefreshToken")
                .asBoolean());
        rules.put(
                "a refresh token used twice",
                realm -> realm.path("refreshTokenMaxReuse").asInt(1) > 0);
        rules.put("a short password", realm -> !policy(realm).contains("length(12) and "));
        rules.put(
                "password composition", realm -> policy(realm).matches(".*(digits|Case|specialChars|forceExpired).*"));
        rules.put("e-mail without proof", realm -> !realm.path("verifyEmail").asBoolean());
        rules.put("no record of events", realm -> !realm.path("eventsEnabled").asBoolean());
        rules.put("a user in the file", realm -> realm.has("users"));
        rules.put("a written mail password", realm -> isWritten(realm.at("/smtpServer/password")));
        rules.put("a name in a token", RealmRules::tellsTokensAName);
        rules.put("an unsafe content policy", realm -> realm.at("/browserSecurityHeaders/contentSecurityPolicy")
                .asText("unsafe")
                .matches(".*(unsafe|\\*).*"));
        return rules;
    }

    private static Map<String, Predicate<JsonNode>> ofAClient() {
        var rules = new LinkedHashMap<String, Predicate<JsonNode>>();
        rules.put("a written secret", client -> isWritten(client.path("secret")));
        rules.put(
                "a redirect with a star",
                client -> client.path("redirectUris").toString().contains("*"));
        rules.put("a sign-out address with a star", client -> attribute(client, "post.logout.redirect.uris")
                .contains("*"));
        rules.put("a web origin", client -> !client.path("webOrigins").isEmpty());
        rules.put("the implicit flow", client -> client.path("implicitFlowEnabled")
                .asBoolean(true));
        rules.put("the password grant", client -> client.path("directAccessGrantsEnabled")
                .asBoolean(true));
        rules.put("the device grant", client -> attribute(client, "oauth2.device.authorization.grant.enabled")
                .equals("true"));
        rules.put(
                "a public client that is enabled",
                client -> isEnabled(client) && client.path("publicClient").asBoolean(true));
        rules.put(
                "full scope",
                client -> isEnabled(client) && client.path("fullScopeAllowed").asBoolean(true));
        rules.put(
                "no PKCE",
                client -> isEnabled(client)
                        && attribute(client, "pkce.code.challenge.method").isEmpty());
        rules.put("plain PKCE", client -> attribute(client, "pkce.code.challenge.method")
                .equals("plain"));
        return rules;
    }

    private static String policy(JsonNode realm) {
        return realm.path("passwordPolicy").asText();
    }

    private static boolean isEnabled(JsonNode client) {
        return client.path("enabled").asBoolean(true);
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asText();
    }

    private static boolean isWritten(JsonNode secret) {
        return !secret.isMissingNode() && !secret.asText().matches("\\$\\{[A-Z_]+}");
    }

    private static boolean tellsTokensAName(JsonNode realm) {
        return realm.findValues("config").stream()
                .filter(config -> PERSONAL.contains(config.path("claim.name").asText()))
                .anyMatch(config -> TOKENS.stream()
                        .anyMatch(token -> !config.path(token).asText().equals("false")));
    }
}
