package cn.qiaotong;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.core.NestedExceptionUtils;

/**
 * The one-command start: a real Keycloak, a mail server and the application on this machine alone, with made-up people and
 * data that stay in {@code .demo}.
 */
final class Demo {

    static final int PORT = 8080;
    static final int KEYCLOAK_PORT = 8180;
    static final int MAIL_PORT = 3025;
    static final String URL = "http://%s:%d".formatted(Ports.LOOPBACK, PORT);

    private static final String LOG = ".demo/application.log";
    static final Path FOLDER = Path.of(".demo");
    static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Demo() {}

    public static void main(String[] args) {
        try {
            start(args);
        } catch (CannotStart e) {
            OUT.println(e.getMessage());
            Runtime.getRuntime().exit(1);
        }
    }

    private static void start(String[] args) {
        var begun = System.nanoTime();
        Ports.require(PORT, "the application");
        Ports.require(KEYCLOAK_PORT, "Keycloak");
        new LifeNote(FOLDER).clear();
        var secrets = DemoSecrets.keptIn(FOLDER.resolve("secrets.properties"));
        var mail = MailServer.start(MAIL_PORT);
        DemoMail.keep(mail);
        OUT.println(
                "Starting Keycloak on port %d and the application on port %d (the first time takes a minute or two) ..."
                        .formatted(KEYCLOAK_PORT, PORT));
        var keycloak = CompletableFuture.supplyAsync(() -> keycloak(secrets).await());
        application(secrets, args);
        OUT.println("The application is up%s."
                .formatted(keycloak.isDone() ? " and so is Keycloak" : "; waiting for Keycloak"));
        join(keycloak);
        OUT.println("Ready after %d seconds.%n".formatted((System.nanoTime() - begun) / 1_000_000_000));
        tell(secrets);
    }

    private static KeycloakServer keycloak(DemoSecrets secrets) {
        return KeycloakServer.start(
                KEYCLOAK_PORT,
                FOLDER.resolve("keycloak"),
                KeycloakServer.realmValues(URL, secrets.clientSecret(), secrets.password(), MAIL_PORT));
    }

    private static void tell(DemoSecrets secrets) {
        DemoPerson.all(secrets.password()).stream().map(Demo::line).forEach(OUT::println);
        OUT.println(
                """

                Everyone's password: %s
                Mail sent by the demo: %s/demo/mail
                Data and secrets: .demo (delete it to begin again). Ctrl-C stops everything.

                Open %s
                """
                        .formatted(secrets.password(), URL, URL));
    }

    private static void join(CompletableFuture<KeycloakServer> ready) {
        try {
            if (ready.join().isBehindTheRealm()) {
                OUT.println("realm/ has changed since these data were made, and Keycloak keeps the older realm:"
                        + " delete .demo to begin again with the new one.");
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart sentence ? sentence : e;
        }
    }

    private static void application(DemoSecrets secrets, String[] args) {
        try {
            SpringApplication.from(Application::main)
                    .with(DemoMail.class, DemoHumans.class, DemoLife.class, DemoPost.class)
                    .run(Stream.concat(properties(secrets).stream(), Stream.of(args))
                            .toArray(String[]::new));
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The application did not start: %s The whole story is in %s."
                            .formatted(
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage(), LOG),
                    e);
        }
    }

    /** The properties that the application is started with, as arguments. */
    static List<String> properties(DemoSecrets secrets) {
        return List.of(
                "--spring.profiles.active=demo",
                "--server.address=" + Ports.LOOPBACK,
                "--server.port=" + PORT,
                "--spring.datasource.url=jdbc:h2:file:./.demo/data;WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000",
                "--spring.mail.host=" + Ports.LOOPBACK,
                "--spring.mail.port=" + MAIL_PORT,
                "--spring.mail.properties.mail.smtp.ehlo=false",
                "--qiaotong.url=" + URL,
                "--qiaotong.demo=true",
                "--qiaotong.keycloak.url=http://%s:%d".formatted(Ports.LOOPBACK, KEYCLOAK_PORT),
                "--qiaotong.keycloak.client-secret=" + secrets.clientSecret(),
                "--qiaotong.vault.keys.demo=" + secrets.vaultKey(),
                "--qiaotong.vault.active=demo",
                "--qiaotong.vault.index-key=" + secrets.indexKey(),
                "--logging.file.name=" + LOG,
                "--logging.threshold.console=off",
                "--spring.main.banner-mode=off");
    }

    private static String line(DemoPerson person) {
        return "  %-18s %-34s %-16s %s"
                .formatted(
                        person.username(),
                        String.join(", ", person.roles()),
                        person.organisation().orElse("-"),
                        person.shows());
    }
}
