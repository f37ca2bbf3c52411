package cn.qiaotong.bench;

import cn.qiaotong.bench.Journey.Progress;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Drives many journeys at once: each worker has some under way and always takes the one that has rested longest. What
 * happens before the window opens warms up and is not counted.
 */
final class Load {

    static final int WORKERS = 8;
    static final int UNDER_WAY = 6;
    static final Duration REST = Duration.ofMillis(150);

    private final Latencies counted = new Latencies();
    private final Latencies ignored = new Latencies();
    private final AtomicInteger over = new AtomicInteger();
    private final AtomicInteger notYet = new AtomicInteger();
    private final long opens;
    private final long closes;

    private Load(Duration warmUp, Duration window) {
        opens = System.nanoTime() + warmUp.toNanos();
        closes = opens + window.toNanos();
    }

    /** Drives journeys until the window closes, or until whoever makes them has run out of them and the last is over. */
    static Measured run(Duration warmUp, Duration window, IntFunction<Optional<Journey>> begin) {
        return new Load(warmUp, window).measured(begin);
    }

    private Measured measured(IntFunction<Optional<Journey>> begin) {
        var threads = Executors.newFixedThreadPool(WORKERS);
        try {
            var ended = opens;
            for (var done : threads.invokeAll(IntStream.range(0, WORKERS)
                    .<Callable<Long>>mapToObj(worker -> () -> work(worker, begin))
                    .toList())) {
                ended = Math.max(ended, done.get());
            }
            return new Measured(over.get() * 1e9 / Math.max(1, ended - opens), notYet.get(), counted.lines());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private long work(int worker, IntFunction<Optional<Journey>> begin) {
        var underWay = new PriorityQueue<Rested>(Comparator.comparingLong(Rested::until));
        while (System.nanoTime() < closes) {
            if (underWay.size() < UNDER_WAY) {
                begin.apply(worker).ifPresent(next -> underWay.add(new Rested(next, System.nanoTime())));
            }
            if (underWay.isEmpty()) {
                return System.nanoTime();
            }
            move(underWay);
        }
        return closes;
    }

    private void move(PriorityQueue<Rested> underWay) {
        var next = underWay.remove();
        LockSupport.parkNanos(Math.max(0, Math.min(next.until(), closes) - System.nanoTime()));
        var counts = System.nanoTime() >= opens;
        var progress = next.journey().advance(counts ? counted : ignored);
        if (progress != Progress.OVER) {
            underWay.add(new Rested(next.journey(), System.nanoTime() + REST.toNanos()));
        }
        var now = System.nanoTime();
        if (now >= opens && now < closes) {
            over.addAndGet(progress == Progress.OVER ? 1 : 0);
            notYet.addAndGet(progress == Progress.NOT_YET ? 1 : 0);
        }
    }

    /** A journey, and until when it rests so that the machine can open its next step. */
    private record Rested(Journey journey, long until) {}
}
