package cn.qiaotong.bench;

import cn.qiaotong.signin.FakeKeycloak;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One database's part of the run: the bare engine, then the application by its acts, then with its pages. */
final class Comparison {

    /** What was measured of one program: each start-up, the peak of its memory, and its windows. */
    record Side(List<Double> starts, int peakMiB, List<Measured> windows) {}

    /** Both programs on one database. */
    record Result(Store store, Side bare, Side desk) {}

    private static final int FASTEST = 45;
    private static final List<String> KEYS = List.of(
            "--qiaotong.vault.active=bench",
            "--qiaotong.vault.keys.bench=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "--qiaotong.vault.index-key=Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=",
            "--qiaotong.keycloak.client-secret=bench");

    private final Store store;
    private final Path folder;
    private final Duration warmUp;
    private final Duration window;
    private final FakeKeycloak keycloak = new FakeKeycloak();

    Comparison(Store store, Path folder, Duration warmUp, Duration window) {
        this.store = store;
        this.folder = folder;
        this.warmUp = warmUp;
        this.window = window;
    }

    Result run() {
        return new Result(store, bare(), desk());
    }

    private Side bare() {
        var arguments = new ArrayList<>(store.arguments(folder, "bare"));
        arguments.addAll(List.of("--spring.config.name=none", "--camunda.bpm.auto-deployment-enabled=false"));
        var seconds = "%d %d".formatted(warmUp.toSeconds(), window.toSeconds());
        return measured(
                BareEngine.class,
                "bare",
                arguments,
                List.of(),
                program -> List.of(bare(program, "plain " + seconds), bare(program, "kept " + seconds)));
    }

    private Measured bare(Measuree program, String order) {
        var measured = Measured.of(program.order(order));
        Report.say("%s, bare, %s: %.1f journeys/s", store.title, order, measured.journeysPerSecond());
        return measured;
    }

    private Side desk() {
        var site = "http://127.0.0.1:" + freePort();
        var arguments = new ArrayList<>(store.arguments(folder, "desk"));
        arguments.addAll(KEYS);
        arguments.addAll(List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + site.substring(site.lastIndexOf(':') + 1),
                "--qiaotong.url=" + site,
                "--qiaotong.keycloak.url=" + keycloak.url()));
        return measured(DeskProcess.class, "desk", arguments, extraFlags(), program -> windows(program, site));
    }

    /** Starts on the empty database, measures, and starts once more on what is there then. */
    private Side measured(
            Class<?> program,
            String name,
            List<String> arguments,
            List<String> flags,
            Function<Measuree, List<Measured>> windows) {
        var log = folder.resolve(name + ".log");
        double first;
        int peak;
        List<Measured> measured;
        try (var running = Measuree.start(program, log, arguments, flags)) {
            first = running.startSeconds();
            Report.say("%s, %s: started in %.1f s", store.title, name, first);
            measured = windows.apply(running);
            peak = running.peakMiB();
        }
        try (var again = Measuree.start(program, log, arguments, List.of())) {
            return new Side(List.of(first, again.startSeconds()), peak, measured);
        }
    }

    private List<Measured> windows(Measuree desk, String site) {
        var casts = IntStream.range(0, Load.WORKERS)
                .mapToObj(number -> Cast.signedIn(number, site, keycloak))
                .toList();
        return List.of(window(casts, desk, false), window(casts, desk, true));
    }

    private Measured window(List<Cast> casts, Measuree desk, boolean pages) {
        var drafts = (int) (FASTEST * (warmUp.toSeconds() + window.toSeconds()) / Load.WORKERS / (pages ? 3 : 1)) + 1;
        casts.forEach(cast -> cast.filledIn(desk, drafts));
        IntFunction<Optional<Journey>> begin =
                worker -> Optional.ofNullable(casts.get(worker).drafts().poll())
                        .map(draft -> new DeskJourney(casts.get(worker), draft, pages));
        var measured = Load.run(warmUp, window, begin);
        casts.forEach(cast -> cast.drafts().clear());
        Report.say("%s, desk, pages %s: %.1f journeys/s", store.title, pages, measured.journeysPerSecond());
        return measured;
    }

    private static List<String> extraFlags() {
        return Optional.ofNullable(System.getProperty("bench.flags")).stream()
                .flatMap(flags -> List.of(flags.split(" ")).stream())
                .toList();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
