package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The real Keycloak of the Maven artifact with our realm, our pages and the demo people, on loopback only. It is started
 * as a process of its own and ends with the JVM that started it.
 */
final class KeycloakServer implements AutoCloseable {

    private static final Path THEMES = Path.of("realm/theme");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final String url;
    private final Path log;
    private final RealmImport imports;

    private KeycloakServer(Process process, String url, Path log, RealmImport imports) {
        this.process = process;
        this.url = url;
        this.log = log;
        this.imports = imports;
    }

    /** Starts on a port with the database and the log in a folder; {@code values} resolve the realm's ${NAME}s. */
    static KeycloakServer start(int port, Path folder, Map<String, String> values) {
        return start(port, "http://%s:%d".formatted(Ports.LOOPBACK, port), folder, values);
    }

    /** Starts on a port that people reach under another address. */
    static KeycloakServer start(int port, String url, Path folder, Map<String, String> values) {
        Ports.require(port, "Keycloak");
        try {
            Files.createDirectories(folder);
            var program = KeycloakProgram.unpacked(folder.resolve("keycloak.log"));
            var imports = RealmImport.into(folder);
            imports.prepare(program.importFolder());
            var process = program.run(values, arguments(port, url, folder, imports.isNeeded()));
            var server = new KeycloakServer(process, url, program.log(), imports);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the realm's ${NAME}s stand for on this machine. */
    static Map<String, String> realmValues(String url, String clientSecret, String password, int smtpPort) {
        return Map.of(
                "QIAOTONG_URL",
                url,
                "QIAOTONG_CLIENT_SECRET",
                clientSecret,
                "QIAOTONG_DEMO_PASSWORD",
                password,
                "QIAOTONG_SMTP_HOST",
                Ports.LOOPBACK,
                "QIAOTONG_SMTP_PORT",
                String.valueOf(smtpPort),
                "QIAOTONG_SMTP_FROM",
                "desk@qiaotong.example.test",
                "QIAOTONG_SMTP_AUTH",
                "false",
                "QIAOTONG_SMTP_USER",
                "",
                "QIAOTONG_SMTP_PASSWORD",
                "",
                "QIAOTONG_SMTP_STARTTLS",
                "false");
    }

    private static List<String> arguments(int port, String url, Path folder, boolean importing) {
        var arguments = Stream.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.LOOPBACK,
                "--http-port=" + port,
                "--hostname=" + url,
                "--db-url=jdbc:h2:file:%s;NON_KEYWORDS=VALUE;WRITE_DELAY=0"
                        .formatted(folder.resolve("database").toAbsolutePath()),
                "--spi-theme--folder--dir=" + THEMES.toAbsolutePath(),
                "--spi-theme--static-max-age=-1");
        return Stream.concat(arguments, importing ? Stream.of("--import-realm") : Stream.empty())
                .toList();
    }

    String url() {
        return url;
    }

    /** Whether the realm's files are no longer those that this server's database was made from. */
    boolean isBehindTheRealm() {
        return imports.isOutdated();
    }

    String realm() {
        return url() + "/realms/qiaotong";
    }

    /** Waits until the realm answers. */
    KeycloakServer await() {
        try {
            poll().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            imports.done();
            return this;
        } catch (TimeoutException e) {
            close();
            throw new CannotStart(
                    "Keycloak did not answer within %d minutes; see %s.".formatted(PATIENCE.toMinutes(), log), e);
        } catch (Exception e) {
            close();
            throw new CannotStart("Keycloak ended while starting; see %s.".formatted(log), e);
        }
    }

    private CompletableFuture<Void> poll() {
        var request = HttpRequest.newBuilder(URI.create(realm() + "/.well-known/openid-configuration"))
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> failure == null && response.statusCode() == 200)
                .thenCompose(up -> up ? CompletableFuture.completedFuture(null) : pollLater());
    }

    private CompletableFuture<Void> pollLater() {
        if (!process.isAlive()) {
            return CompletableFuture.failedFuture(new IllegalStateException("exit code " + process.exitValue()));
        }
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS))
                .thenCompose(done -> poll());
    }

    /** Stops the server and everything that it started. */
    @Override
    public void close() {
        var all = process.descendants().toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
