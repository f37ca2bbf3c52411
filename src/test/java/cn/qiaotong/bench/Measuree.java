package cn.qiaotong.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process under measurement: started with the same flags as every other, asked for results, and looked at from outside. */
final class Measuree implements AutoCloseable {

    static final List<String> FLAGS = List.of("-Xmx768m", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader says;
    private final PrintStream orders;
    private final Path log;
    private final double startSeconds;

    private Measuree(Class<?> program, Path log, List<String> arguments, List<String> flags) throws IOException {
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        var begun = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        says = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        answer();
        startSeconds = (System.nanoTime() - begun) / 1e9;
    }

    static Measuree start(Class<?> program, Path log, List<String> arguments, List<String> flags) {
        try {
            return new Measuree(program, log, arguments, flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double startSeconds() {
        return startSeconds;
    }

    String order(String order) {
        orders.println(order);
        try {
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The most memory that the process ever held, in MiB; zero where the system does not tell. */
    int peakMiB() {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String answer() throws IOException {
        for (var line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith(Orders.SAYS)) {
                return line.substring(Orders.SAYS.length());
            }
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new IllegalStateException("The process ended without an answer; its output is in " + log);
    }
}
