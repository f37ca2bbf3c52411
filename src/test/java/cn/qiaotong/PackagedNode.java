package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The packaged program as a process of its own that knows nothing but its environment variables. */
final class PackagedNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Path log;

    private PackagedNode(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static PackagedNode start(Map<String, String> environment) {
        try {
            var folder = Files.createTempDirectory("node");
            var port = Ports.free();
            var log = folder.resolve("log");
            var builder = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx512m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jar().toAbsolutePath().toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put("SERVER_ADDRESS", Ports.LOOPBACK);
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            var node = new PackagedNode(builder.start(), port, log);
            Runtime.getRuntime().addShutdownHook(new Thread(node::kill));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "qiaotong-*.jar")) {
            for (var file : files) {
                return file;
            }
        }
        throw new AssertionError("There is no packaged program in target: run ./mvnw package first.");
    }

    PackagedNode awaitReady() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(() -> {
            assertThat(process.isAlive()).as(log()).isTrue();
            return isReady();
        });
        return this;
    }

    private boolean isReady() {
        try {
            var asked =
                    HttpRequest.newBuilder(URI.create(url() + "/health/ready")).build();
            return HttpClient.newHttpClient()
                            .send(asked, BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it said until it ended by itself, not being able to start. */
    String awaitRefusal() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(log())
                .isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return log();
    }

    String url() {
        return "http://%s:%d".formatted(Ports.LOOPBACK, port);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
