package cn.qiaotong.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The one run that compares the application with the bare engine, load generator, databases and programs on one machine.
 * Arguments: seconds of warming up, seconds of each window, and the databases; without any, what the document shows.
 */
final class Benchmark {

    private static final Path DOCUMENT = Path.of("src/docs/bench.md");

    private Benchmark() {}

    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (IOException | RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws IOException {
        System.setProperty("http.maxConnections", "64");
        var begun = System.nanoTime();
        var warmUp = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 30);
        var window = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 15);
        var stores = args.length > 2 ? List.of(Store.valueOf(args[2])) : Arrays.asList(Store.values());
        var results = new ArrayList<Comparison.Result>();
        for (var store : stores) {
            var folder = Files.createTempDirectory("bench");
            results.add(new Comparison(store, folder, warmUp, window).run());
        }
        var report = Report.of(results, warmUp, window);
        System.out.println(report);
        if (args.length == 0) {
            Report.write(DOCUMENT, report);
        }
        Report.say("The run took %d seconds.", (System.nanoTime() - begun) / 1_000_000_000);
    }
}
