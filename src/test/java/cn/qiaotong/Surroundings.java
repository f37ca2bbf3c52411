package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * What the application stands on in a test: Keycloak and a mail server, started once per JVM, and the port that the
 * application itself has to take, because Keycloak accepts exact addresses only.
 */
final class Surroundings {

    static final String CLIENT_SECRET = "surroundings-client-secret";
    static final String PASSWORD = "surroundings-demo-password";

    private static final int APPLICATION_PORT = Ports.free();
    private static final Relay WAY_TO_THE_APPLICATION = Relay.to(APPLICATION_PORT);
    private static final MailServer MAIL = MailServer.start(Ports.free());
    private static final int KEYCLOAK_PORT = Ports.free();
    private static final Relay WAY_TO_KEYCLOAK = Relay.to(KEYCLOAK_PORT);
    private static final KeycloakServer KEYCLOAK = keycloak().await();

    private Surroundings() {}

    private static KeycloakServer keycloak() {
        try {
            var folder = Files.createTempDirectory("keycloak");
            return KeycloakServer.start(
                    KEYCLOAK_PORT,
                    WAY_TO_KEYCLOAK.url(),
                    folder,
                    KeycloakServer.realmValues(applicationUrl(), CLIENT_SECRET, PASSWORD, MAIL.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String applicationUrl() {
        return WAY_TO_THE_APPLICATION.url();
    }

    static KeycloakServer keycloakServer() {
        return KEYCLOAK;
    }

    /** The way on which everybody goes to the application; whoever looks at where Keycloak sends people finds it shut. */
    static Relay wayToTheApplication() {
        return WAY_TO_THE_APPLICATION;
    }

    /** The way on which everybody goes to Keycloak; who cuts it opens it again. */
    static Relay wayToKeycloak() {
        return WAY_TO_KEYCLOAK;
    }

    static MailServer mail() {
        return MAIL;
    }

    static DemoPerson person(String username) {
        return people().stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    static List<DemoPerson> people() {
        return DemoPerson.all(PASSWORD);
    }

    /** The properties that make the application stand on these surroundings. */
    static List<String> applicationProperties() {
        return List.of(
                "server.address=" + Ports.LOOPBACK,
                "server.port=" + APPLICATION_PORT,
                "qiaotong.url=" + applicationUrl(),
                "qiaotong.demo=true",
                "qiaotong.keycloak.url=" + KEYCLOAK.url(),
                "qiaotong.keycloak.client-secret=" + CLIENT_SECRET,
                "spring.mail.host=" + Ports.LOOPBACK,
                "spring.mail.port=" + MAIL.port());
    }
}
