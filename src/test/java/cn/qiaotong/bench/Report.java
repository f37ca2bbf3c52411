package cn.qiaotong.bench;

import cn.qiaotong.bench.Comparison.Result;
import cn.qiaotong.bench.Comparison.Side;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The results as tables, with what there is to know about the machine and nothing that names it. */
final class Report {

    private static final String BEGINS = "<!-- results -->\n";
    private static final String ENDS = "<!-- end of results -->\n";
    private static final List<String> WINDOWS = List.of(
            "bare engine, plain chain", "bare engine, our save points", "desk, acts alone", "desk, with its pages");

    private Report() {}

    static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }

    static String of(List<Result> results, Duration warmUp, Duration window) {
        return machine()
                + "Windows of %d s after %d s of warming up.%n".formatted(window.toSeconds(), warmUp.toSeconds())
                + results.stream().map(Report::database).collect(Collectors.joining());
    }

    /** Puts the results where the last ones stood; the method around them stays as it was written. */
    static void write(Path document, String results) throws IOException {
        var text = Files.readString(document);
        var from = text.indexOf(BEGINS) + BEGINS.length();
        Files.writeString(
                document, text.substring(0, from) + "\n" + results + "\n" + text.substring(text.indexOf(ENDS)));
    }

    private static String machine() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%s: %d cores, %.1f GiB of memory, %s %s, Java %s (%s), each program with %s; load average at the end %.1f.%n%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        system.getAvailableProcessors(),
                        system.getTotalMemorySize() / (double) (1L << 30),
                        system.getName(),
                        system.getArch(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        String.join(" ", Measuree.FLAGS),
                        system.getSystemLoadAverage());
    }

    private static String database(Result result) {
        return "%n### %s%n%n".formatted(result.store().title) + rates(result) + ratios(result) + acts(result);
    }

    private static String rates(Result result) {
        var all = windows(result);
        var rows = IntStream.range(0, all.size())
                .mapToObj(i -> "| %s | %.1f | %d |%n"
                        .formatted(
                                WINDOWS.get(i),
                                all.get(i).journeysPerSecond(),
                                all.get(i).notYet()))
                .collect(Collectors.joining());
        return "| | journeys/s | looked too early |%n|---|---:|---:|%n".formatted() + rows;
    }

    private static String ratios(Result result) {
        var all = windows(result);
        var acts = all.get(2).journeysPerSecond();
        return String.format(
                Locale.ROOT,
                """

                The acts alone reach %.2f of the plain chain and %.2f of the engine with our save points. Start-up on an empty \
                database and again: bare %s s, desk %s s, %.2f and %.2f times. Peak memory: bare %d MiB, desk %d MiB.

                """,
                acts / all.get(0).journeysPerSecond(),
                acts / all.get(1).journeysPerSecond(),
                starts(result.bare()),
                starts(result.desk()),
                ratio(result, 0),
                ratio(result, 1),
                result.bare().peakMiB(),
                result.desk().peakMiB());
    }

    private static double ratio(Result result, int start) {
        return result.desk().starts().get(start) / result.bare().starts().get(start);
    }

    private static String starts(Side side) {
        return side.starts().stream().map("%.1f"::formatted).collect(Collectors.joining(" and "));
    }

    private static String acts(Result result) {
        var all = windows(result);
        var rows = IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> all.get(i).acts().stream().map(line -> "| %s | %s | %d | %.1f | %.1f |%n"
                        .formatted(WINDOWS.get(i), line.act(), line.count(), line.median(), line.p95())))
                .collect(Collectors.joining());
        return "| | | times | p50 ms | p95 ms |%n|---|---|---:|---:|---:|%n".formatted() + rows;
    }

    private static List<Measured> windows(Result result) {
        return List.of(
                result.bare().windows().get(0),
                result.bare().windows().get(1),
                result.desk().windows().get(0),
                result.desk().windows().get(1));
    }
}
