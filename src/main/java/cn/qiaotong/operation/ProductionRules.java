package cn.qiaotong.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a production start may not be set up with. Every offence is one sentence that names the variable and the way out, and
 * all of them are told at once, so that one look at the log is enough.
 */
final class ProductionRules {

    static final String PROFILE = "production";

    private static final int SHORTEST_SECRET = 32;
    private static final int SHORTEST_PASSWORD = 16;
    private static final String DRAW = "draw one with 'openssl rand -base64 32'.";

    private static final List<Rule> RULES = Stream.of(database(), roles(), addresses(), vault(), mail(), demo())
            .flatMap(List::stream)
            .toList();

    private ProductionRules() {}

    /** A sentence for each offence; none if the desk may start. */
    static List<String> brokenBy(Setup setup) {
        return Stream.of(
                        RULES.stream()
                                .filter(rule -> rule.offence().test(setup))
                                .map(Rule::sentence),
                        madeUpKeys(setup),
                        secretsOfTheDemo(setup),
                        openDoors(setup))
                .flatMap(sentences -> sentences)
                .toList();
    }

    private static List<Rule> database() {
        return List.of(
                rule(
                        setup -> !Address.isPostgresql(setup.text("spring.datasource.url")),
                        "SPRING_DATASOURCE_URL names no PostgreSQL database: set it to"
                                + " jdbc:postgresql://<host>:5432/<database>; H2 and databases in memory are for the demo."),
                rule(
                        setup -> Address.isPostgresql(setup.text("spring.datasource.url"))
                                && !Address.isSafePostgresql(setup.text("spring.datasource.url")),
                        "SPRING_DATASOURCE_URL reaches another machine without checking who answers: add"
                                + " sslmode=verify-full and sslrootcert=<file>."),
                rule(
                        setup -> setup.is("spring.flyway.enabled", "false"),
                        "SPRING_FLYWAY_ENABLED switches off the migrations and with them the check of the database:"
                                + " remove it."),
                rule(
                        setup -> setup.is("spring.h2.console.enabled", "true"),
                        "SPRING_H2_CONSOLE_ENABLED opens a console on the database: remove it."));
    }

    private static List<Rule> roles() {
        return List.of(
                rule(
                        setup -> Set.of("", "sa", "postgres").contains(setup.text("spring.datasource.username")),
                        "SPRING_DATASOURCE_USERNAME names no role of the application's own: set it to the one of"
                                + " src/deploy/roles.sql."),
                rule(
                        setup -> setup.isWeak("spring.datasource.password", SHORTEST_PASSWORD),
                        "SPRING_DATASOURCE_PASSWORD is missing or easy to guess: " + DRAW),
                rule(
                        setup -> setup.lacks("spring.flyway.user")
                                || setup.is("spring.flyway.user", setup.text("spring.datasource.username")),
                        "SPRING_FLYWAY_USER names no role of its own: set it to the owner of the tables, which the"
                                + " application never is."),
                rule(
                        setup -> setup.isWeak("spring.flyway.password", SHORTEST_PASSWORD),
                        "SPRING_FLYWAY_PASSWORD is missing or easy to guess: " + DRAW));
    }

    private static List<Rule> addresses() {
        return List.of(
                rule(
                        setup -> !Address.isSafe(setup.text("qiaotong.url"), false),
                        "QIAOTONG_URL is not an https address, so cookies could not be secure: set it to the address that"
                                + " browsers use."),
                rule(
                        setup -> !Address.isSafe(setup.text("qiaotong.keycloak.url"), true),
                        "QIAOTONG_KEYCLOAK_URL is neither an https address nor on this machine: set it to the https address"
                                + " of Keycloak."),
                rule(
                        setup -> setup.isWeak("qiaotong.keycloak.client-secret", SHORTEST_SECRET),
                        "QIAOTONG_CLIENT_SECRET is missing or easy to guess: regenerate the client's secret in Keycloak and"
                                + " set it."));
    }

    private static List<Rule> vault() {
        return List.of(
                rule(setup -> setup.vaultKeys().isEmpty(), "QIAOTONG_VAULT_KEYS_<ID> is not set: " + DRAW),
                rule(
                        setup -> !setup.vaultKeys().isEmpty()
                                && !setup.vaultKeys().containsKey(setup.text("qiaotong.vault.active")),
                        "QIAOTONG_VAULT_ACTIVE names no key: set it to the <id> of a QIAOTONG_VAULT_KEYS_<ID>, in lower"
                                + " case."),
                rule(setup -> setup.lacks("qiaotong.vault.index-key"), "QIAOTONG_VAULT_INDEX_KEY is not set: " + DRAW));
    }

    private static List<Rule> mail() {
        var smtp = "spring.mail.properties.mail.smtp.";
        return List.of(
                rule(
                        setup -> setup.lacks("spring.mail.host"),
                        "SPRING_MAIL_HOST is not set, so nobody would get a letter: name the mail server."),
                rule(
                        setup -> !Address.isLoopback(setup.text("spring.mail.host"))
                                && !setup.is(smtp + "starttls.required", "true")
                                && !setup.is(smtp + "ssl.enable", "true")
                                && !setup.is("spring.mail.ssl.enabled", "true"),
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED is off, and mail would leave this machine in the"
                                + " clear: remove it."),
                rule(
                        setup ->
                                !setup.lacks(smtp + "ssl.trust") || setup.is(smtp + "ssl.checkserveridentity", "false"),
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST or _SSL_CHECKSERVERIDENTITY lets any mail server answer:"
                                + " remove it."));
    }

    private static List<Rule> demo() {
        return List.of(
                rule(
                        setup -> setup.hasProfile("demo") || setup.is("qiaotong.demo", "true"),
                        "SPRING_PROFILES_ACTIVE or QIAOTONG_DEMO asks for the demo as well: leave production alone."),
                rule(
                        setup -> !setup.lacks("QIAOTONG_DEMO_PASSWORD"),
                        "QIAOTONG_DEMO_PASSWORD belongs to the people of realm/demo-people.json: remove it, and import"
                                + " realm/qiaotong-realm.json alone."));
    }

    private static Stream<String> madeUpKeys(Setup setup) {
        return setup.keys().entrySet().stream()
                .filter(key -> new Secret(key.getValue()).isMadeUpKey())
                .map(key -> key.getKey() + " is a key that nobody drew: " + DRAW);
    }

    private static Stream<String> secretsOfTheDemo(Setup setup) {
        return setup.secrets().entrySet().stream()
                .filter(secret -> setup.demoSecrets().contains(secret.getValue()))
                .map(Map.Entry::getKey)
                .map(variable -> variable + " is the demo's, from .demo/secrets.properties: " + DRAW);
    }

    private static Stream<String> openDoors(Setup setup) {
        return setup.openDoors().stream()
                .map(
                        "The class path has %s, which opens a way past the desk: start the packaged program alone."
                                ::formatted);
    }

    private static Rule rule(Predicate<Setup> offence, String sentence) {
        return new Rule(offence, sentence);
    }

    /** What may not be, and what is said of it. */
    private record Rule(Predicate<Setup> offence, String sentence) {}
}
