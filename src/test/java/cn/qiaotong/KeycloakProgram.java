package cn.qiaotong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The unpacked Keycloak, fixed once for its database and run from then on without asking again what it is made of, which is
 * most of the time that a start takes.
 */
record KeycloakProgram(Path home, Path log) {

    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    static KeycloakProgram unpacked(Path log) throws IOException {
        try (var folders = Files.list(UNPACKED)) {
            var home = folders.filter(folder -> Files.isDirectory(folder.resolve("bin")))
                    .findFirst()
                    .orElseThrow();
            return new KeycloakProgram(home.toAbsolutePath(), log).built();
        } catch (NoSuchFileException | NoSuchElementException e) {
            throw new CannotStart("Keycloak is not unpacked in target/keycloak: run ./mvnw test-compile first.", e);
        }
    }

    Path importFolder() {
        return home.resolve("data/import");
    }

    /** Starts Keycloak's script with its output in the log; the process ends with this JVM, however that ends. */
    Process run(Map<String, String> environment, List<String> arguments) throws IOException {
        var builder = builder(arguments);
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!WINDOWS) {
            endWithThisJvm(process);
        }
        return process;
    }

    private KeycloakProgram built() throws IOException {
        var mark = home.resolve("lib/quarkus/built-for-qiaotong");
        if (Files.notExists(mark)) {
            var build = builder(List.of("build", "--db=dev-file")).start();
            Runtime.getRuntime().addShutdownHook(new Thread(build::destroy));
            requireSuccess(build);
            Files.createFile(mark);
        }
        return this;
    }

    private void requireSuccess(Process build) {
        try {
            if (build.waitFor() != 0) {
                throw new CannotStart("Keycloak could not be prepared; see %s.".formatted(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Keycloak could not be prepared: the start was interrupted.", e);
        }
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<>(
                List.of(home.resolve(WINDOWS ? "bin/kc.bat" : "bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx256m");
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        return builder;
    }

    /** A shell that reads from us reads nothing more once we are gone, even if we were killed, and then stops Keycloak. */
    private static void endWithThisJvm(Process process) throws IOException {
        var watch = "trap '' INT TERM HUP; read -r _; kill \"$0\" 2>/dev/null";
        var watcher = new ProcessBuilder("sh", "-c", watch, String.valueOf(process.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().thenRun(watcher::destroyForcibly);
    }
}
