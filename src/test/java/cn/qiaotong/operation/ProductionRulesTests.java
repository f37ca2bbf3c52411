package cn.qiaotong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** A safe set-up is let through, and each thing that would make it unsafe is told in one sentence of its own. */
class ProductionRulesTests {

    private static final String KEY = "b6MIUZ0l4m0r1oAhCk7V0oIqz5YB3kJtX9pQn2wEsGc=";

    private static final Map<String, String> SAFE = Map.ofEntries(
            Map.entry("SPRING_PROFILES_ACTIVE", "production"),
            Map.entry("SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example.test:5432/desk?sslmode=verify-full"),
            Map.entry("SPRING_DATASOURCE_USERNAME", "desk_application"),
            Map.entry("SPRING_DATASOURCE_PASSWORD", "t8Kq2Zr5Wm1Xv7Bn"),
            Map.entry("SPRING_FLYWAY_USER", "desk_owner"),
            Map.entry("SPRING_FLYWAY_PASSWORD", "p4Lc9Hs6Gd3Fj0Ya"),
            Map.entry("SPRING_MAIL_HOST", "mail.example.test"),
            Map.entry("QIAOTONG_URL", "https://desk.example.test"),
            Map.entry("QIAOTONG_KEYCLOAK_URL", "https://login.example.test"),
            Map.entry("QIAOTONG_CLIENT_SECRET", "hT5vQ8sLx2Zc7Nb4Mk1Jg6Fd3Sa9Pw0E"),
            Map.entry("QIAOTONG_VAULT_KEYS_K1", KEY),
            Map.entry("QIAOTONG_VAULT_ACTIVE", "k1"),
            Map.entry("QIAOTONG_VAULT_INDEX_KEY", "0pWv3JrYx8dHfZ2sNq6TgLb9UkCm5EaRoIi1Vw7XyQs="));

    @Test
    void aSafeSetUpIsLetThrough() {
        assertThat(broken(Map.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            SPRING_DATASOURCE_URL | - | SPRING_DATASOURCE_URL names no PostgreSQL database: set it to jdbc:postgresql://<host>:5432/<database>; H2 and databases in memory are for the demo.
            SPRING_DATASOURCE_URL | jdbc:h2:mem:desk | SPRING_DATASOURCE_URL names no PostgreSQL database: set it to jdbc:postgresql://<host>:5432/<database>; H2 and databases in memory are for the demo.
            SPRING_DATASOURCE_URL | jdbc:h2:file:./desk;MODE=PostgreSQL | SPRING_DATASOURCE_URL names no PostgreSQL database: set it to jdbc:postgresql://<host>:5432/<database>; H2 and databases in memory are for the demo.
            SPRING_DATASOURCE_URL | jdbc:postgresql://db.example.test/desk | SPRING_DATASOURCE_URL reaches another machine without checking who answers: add sslmode=verify-full and sslrootcert=<file>.
            SPRING_DATASOURCE_URL | jdbc:postgresql://localhost,db.example.test/desk?sslmode=require | SPRING_DATASOURCE_URL reaches another machine without checking who answers: add sslmode=verify-full and sslrootcert=<file>.
            SPRING_DATASOURCE_USERNAME | - | SPRING_DATASOURCE_USERNAME names no role of the application's own: set it to the one of src/deploy/roles.sql.
            SPRING_DATASOURCE_USERNAME | postgres | SPRING_DATASOURCE_USERNAME names no role of the application's own: set it to the one of src/deploy/roles.sql.
            SPRING_DATASOURCE_PASSWORD | - | SPRING_DATASOURCE_PASSWORD is missing or easy to guess: draw one with 'openssl rand -base64 32'.
            SPRING_FLYWAY_USER | - | SPRING_FLYWAY_USER names no role of its own: set it to the owner of the tables, which the application never is.
            SPRING_FLYWAY_USER | desk_application | SPRING_FLYWAY_USER names no role of its own: set it to the owner of the tables, which the application never is.
            SPRING_FLYWAY_PASSWORD | desk_owner | SPRING_FLYWAY_PASSWORD is missing or easy to guess: draw one with 'openssl rand -base64 32'.
            SPRING_FLYWAY_ENABLED | false | SPRING_FLYWAY_ENABLED switches off the migrations and with them the check of the database: remove it.
            SPRING_H2_CONSOLE_ENABLED | true | SPRING_H2_CONSOLE_ENABLED opens a console on the database: remove it.
            QIAOTONG_URL | - | QIAOTONG_URL is not an https address, so cookies could not be secure: set it to the address that browsers use.
            QIAOTONG_URL | http://desk.example.test | QIAOTONG_URL is not an https address, so cookies could not be secure: set it to the address that browsers use.
            QIAOTONG_URL | http://127.0.0.1:8080 | QIAOTONG_URL is not an https address, so cookies could not be secure: set it to the address that browsers use.
            QIAOTONG_KEYCLOAK_URL | - | QIAOTONG_KEYCLOAK_URL is neither an https address nor on this machine: set it to the https address of Keycloak.
            QIAOTONG_KEYCLOAK_URL | http://login.example.test | QIAOTONG_KEYCLOAK_URL is neither an https address nor on this machine: set it to the https address of Keycloak.
            QIAOTONG_KEYCLOAK_URL | no address | QIAOTONG_KEYCLOAK_URL is neither an https address nor on this machine: set it to the https address of Keycloak.
            QIAOTONG_CLIENT_SECRET | - | QIAOTONG_CLIENT_SECRET is missing or easy to guess: regenerate the client's secret in Keycloak and set it.
            QIAOTONG_CLIENT_SECRET | surroundings-client-secret | QIAOTONG_CLIENT_SECRET is missing or easy to guess: regenerate the client's secret in Keycloak and set it.
            QIAOTONG_CLIENT_SECRET | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | QIAOTONG_CLIENT_SECRET is missing or easy to guess: regenerate the client's secret in Keycloak and set it.
            QIAOTONG_VAULT_KEYS_K1 | - | QIAOTONG_VAULT_KEYS_<ID> is not set: draw one with 'openssl rand -base64 32'.
            QIAOTONG_VAULT_KEYS_K1 | AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= | QIAOTONG_VAULT_KEYS_K1 is a key that nobody drew: draw one with 'openssl rand -base64 32'.
            QIAOTONG_VAULT_INDEX_KEY | CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk= | QIAOTONG_VAULT_INDEX_KEY is a key that nobody drew: draw one with 'openssl rand -base64 32'.
            QIAOTONG_VAULT_INDEX_KEY | - | QIAOTONG_VAULT_INDEX_KEY is not set: draw one with 'openssl rand -base64 32'.
            QIAOTONG_VAULT_ACTIVE | - | QIAOTONG_VAULT_ACTIVE names no key: set it to the <id> of a QIAOTONG_VAULT_KEYS_<ID>, in lower case.
            QIAOTONG_VAULT_ACTIVE | k2 | QIAOTONG_VAULT_ACTIVE names no key: set it to the <id> of a QIAOTONG_VAULT_KEYS_<ID>, in lower case.
            SPRING_MAIL_HOST | - | SPRING_MAIL_HOST is not set, so nobody would get a letter: name the mail server.
            SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED | false | SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED is off, and mail would leave this machine in the clear: remove it.
            SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST | * | SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST or _SSL_CHECKSERVERIDENTITY lets any mail server answer: remove it.
            SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_CHECKSERVERIDENTITY | false | SPRING_MAIL_PROPERTIES_MAIL_SMTP_SSL_TRUST or _SSL_CHECKSERVERIDENTITY lets any mail server answer: remove it.
            SPRING_PROFILES_ACTIVE | production,demo | SPRING_PROFILES_ACTIVE or QIAOTONG_DEMO asks for the demo as well: leave production alone.
            QIAOTONG_DEMO | true | SPRING_PROFILES_ACTIVE or QIAOTONG_DEMO asks for the demo as well: leave production alone.
            QIAOTONG_DEMO_PASSWORD | people | QIAOTONG_DEMO_PASSWORD belongs to the people of realm/demo-people.json: remove it, and import realm/qiaotong-realm.json alone.
            """)
    void refuses(String variable, String value, String sentence) {
        assertThat(broken(Collections.singletonMap(variable, value))).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:desk",
                "jdbc:postgresql://localhost/desk",
                "jdbc:postgresql://127.0.0.1:5433/desk?ApplicationName=desk",
                "jdbc:postgresql://[::1]:5432/desk",
                "jdbc:postgresql://a.example.test:5432,b.example.test/desk?targetServerType=primary&sslmode=verify-full"
            })
    void aDatabaseOnThisMachineOrProvenByItsCertificateIsSafe(String url) {
        assertThat(broken(Map.of("SPRING_DATASOURCE_URL", url))).isEmpty();
    }

    @Test
    void mailOnThisMachineNeedsNoTls() {
        assertThat(broken(Map.of(
                        "SPRING_MAIL_HOST", "127.0.0.1",
                        "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false")))
                .isEmpty();
    }

    @Test
    void secretsThatADemoMadeInTheSameFolderAreRefused(@TempDir Path folder) throws IOException {
        var demo = Files.writeString(folder.resolve("secrets.properties"), "vault-key=" + KEY);

        assertThat(ProductionRules.brokenBy(new Setup(settings(Map.of()), List.of(), ProductionStart.secretsOf(demo))))
                .containsExactly("QIAOTONG_VAULT_KEYS_K1 is the demo's, from .demo/secrets.properties: draw one with"
                        + " 'openssl rand -base64 32'.");
    }

    @Test
    void whatOpensAWayPastTheDeskIsRefused() {
        assertThat(ProductionRules.brokenBy(
                        new Setup(settings(Map.of()), List.of("org/camunda/bpm/cockpit/Cockpit.class"), Set.of())))
                .containsExactly("The class path has org/camunda/bpm/cockpit/Cockpit.class, which opens a way past the"
                        + " desk: start the packaged program alone.");
    }

    @Test
    void everyOffenceIsToldAtOnce() {
        assertThat(ProductionRules.brokenBy(new Setup(new StandardEnvironment(), List.of(), Set.of())))
                .hasSizeGreaterThan(10)
                .allMatch(sentence -> sentence.matches("[A-Z][A-Z0-9_<>]+ .+\\."))
                .doesNotHaveDuplicates();
    }

    @Test
    void aSetUpNeverTellsItsSecrets() {
        assertThat(new Setup(settings(Map.of()), List.of(), Set.of(KEY)).toString())
                .doesNotContain(KEY);
        assertThat(new Secret(KEY).toString()).doesNotContain(KEY);
    }

    private static List<String> broken(Map<String, String> changes) {
        return ProductionRules.brokenBy(new Setup(settings(changes), List.of(), Set.of()));
    }

    /** The safe set-up with changes, as environment variables over the settings of the profile. */
    private static StandardEnvironment settings(Map<String, String> changes) {
        var variables = new HashMap<String, Object>(SAFE);
        variables.putAll(changes);
        variables.values().removeIf(Objects::isNull);
        var settings = new StandardEnvironment();
        var sources = settings.getPropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
        try {
            for (var file : List.of("application-production.yaml", "application.yaml")) {
                new YamlPropertySourceLoader()
                        .load(file, new ClassPathResource(file))
                        .forEach(sources::addLast);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurationPropertySources.attach(settings);
        return settings;
    }
}
