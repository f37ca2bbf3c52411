package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The packaged program starts for production from environment variables alone, or says in a sentence why it does not. */
class PackagedJarTests {

    private static final Production PRODUCTION = new Production();

    @AfterAll
    static void stop() {
        PRODUCTION.close();
    }

    @Test
    void servesFromItsEnvironmentAlone() {
        try (var node = PackagedNode.start(PRODUCTION.environment("alone")).awaitReady()) {
            var visitor = new BalancedVisitor();
            assertThat(visitor.get(node, "/health/live").body()).isEqualTo("UP");
            assertThat(visitor.get(node, "/services").body())
                    .as("the services inside the jar")
                    .contains("/services/" + Southbound.SERVICE);
            var page = new BalancedVisitor().get(node, "/help");
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("; Secure"));
            assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();

            visitor.signIn(node, PRODUCTION.keycloak, UUID.randomUUID().toString());

            assertThat(visitor.get(node, "/account").body()).contains("陈大文");
            assertThat(PRODUCTION
                            .postgres
                            .superuser()
                            .sql("select distinct tableowner from pg_tables where schemaname = 'public'")
                            .query(String.class)
                            .list())
                    .containsExactly(DeployedPostgres.OWNER);
            assertThat(node.log()).doesNotContain(Production.VAULT_KEY, Production.CLIENT_SECRET);
        }
    }

    @Test
    void refusesToStartWithoutAProfile() throws InterruptedException {
        var environment = PRODUCTION.environment("no-profile");
        environment.remove("SPRING_PROFILES_ACTIVE");

        assertThat(refusal(environment))
                .contains("SPRING_PROFILES_ACTIVE does not name production: set it to production;");
    }

    @Test
    void refusesTheDatabaseOfTheDemo() throws InterruptedException {
        var environment = PRODUCTION.environment("h2");
        environment.put("SPRING_DATASOURCE_URL", "jdbc:h2:mem:desk");
        environment.remove("QIAOTONG_VAULT_KEYS_K1");

        assertThat(refusal(environment))
                .contains("SPRING_DATASOURCE_URL names no PostgreSQL database: ")
                .contains("QIAOTONG_VAULT_KEYS_<ID> is not set: ");
    }

    @Test
    void refusesARoleThatMayRewriteTheRecord() throws InterruptedException {
        PRODUCTION
                .postgres
                .superuser()
                .sql("grant pg_write_all_data to qiaotong_application")
                .update();
        try {
            assertThat(refusal(PRODUCTION.environment("mighty")))
                    .contains(
                            "SPRING_DATASOURCE_USERNAME names a role that may change or delete audit records or entries of the"
                                    + " budget: ");
        } finally {
            PRODUCTION
                    .postgres
                    .superuser()
                    .sql("revoke pg_write_all_data from qiaotong_application")
                    .update();
        }
    }

    private static String refusal(Map<String, String> environment) throws InterruptedException {
        try (var node = PackagedNode.start(environment)) {
            var said = node.awaitRefusal();
            assertThat(said).doesNotContain("\tat cn.qiaotong").doesNotContain(Production.VAULT_KEY);
            return said;
        }
    }
}
