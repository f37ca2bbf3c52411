package cn.qiaotong.bench;

import java.util.function.Supplier;

/** An act with the clock beside it. */
final class Timed {

    private Timed() {}

    static <T> T get(Latencies latencies, String act, Supplier<T> what) {
        var begun = System.nanoTime();
        var given = what.get();
        latencies.note(act, System.nanoTime() - begun);
        return given;
    }

    static void run(Latencies latencies, String act, Runnable what) {
        get(latencies, act, () -> {
            what.run();
            return "";
        });
    }
}
