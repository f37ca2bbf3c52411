package cn.qiaotong;

import cn.qiaotong.signin.FakeKeycloak;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What a production desk stands on, and the environment variables that say so: nothing else is told to a node. */
final class Production implements AutoCloseable {

    static final String CLIENT_SECRET = key();
    static final String VAULT_KEY = key();
    static final String INDEX_KEY = key();

    final DeployedPostgres postgres = DeployedPostgres.start();
    final FakeKeycloak keycloak = new FakeKeycloak();
    final MailServer mail = MailServer.start(Ports.free());

    /** The settings of a node that is called by this name in the database. */
    Map<String, String> environment(String name) {
        var environment = new HashMap<String, String>();
        environment.put("SPRING_PROFILES_ACTIVE", "production");
        environment.put("SPRING_DATASOURCE_URL", postgres.url() + "?ApplicationName=" + name);
        environment.put("SPRING_DATASOURCE_USERNAME", DeployedPostgres.APPLICATION);
        environment.put("SPRING_DATASOURCE_PASSWORD", key());
        environment.put("SPRING_FLYWAY_USER", DeployedPostgres.OWNER);
        environment.put("SPRING_FLYWAY_PASSWORD", key());
        environment.put("SPRING_MAIL_HOST", Ports.LOOPBACK);
        environment.put("SPRING_MAIL_PORT", String.valueOf(mail.port()));
        environment.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_AUTH", "false");
        environment.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false");
        environment.put("QIAOTONG_URL", "https://desk.example.test");
        environment.put("QIAOTONG_KEYCLOAK_URL", keycloak.url());
        environment.put("QIAOTONG_CLIENT_SECRET", CLIENT_SECRET);
        environment.put("QIAOTONG_VAULT_KEYS_K1", VAULT_KEY);
        environment.put("QIAOTONG_VAULT_ACTIVE", "k1");
        environment.put("QIAOTONG_VAULT_INDEX_KEY", INDEX_KEY);
        return environment;
    }

    private static String key() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        keycloak.close();
        mail.close();
        postgres.close();
    }
}
