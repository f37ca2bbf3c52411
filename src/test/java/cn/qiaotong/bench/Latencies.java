package cn.qiaotong.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each kind of act took, in the order in which the kinds are first done. */
final class Latencies {

    /** The acts of one kind: how many, and the times in milliseconds that half and 95 of 100 of them kept to. */
    record Line(String act, int count, double median, double p95) {}

    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new ConcurrentHashMap<>();

    void note(String act, long took) {
        nanos.computeIfAbsent(act, any -> new ConcurrentLinkedQueue<>()).add(took);
    }

    List<Line> lines() {
        return nanos.entrySet().stream()
                .map(entry -> line(entry.getKey(), new ArrayList<>(entry.getValue())))
                .sorted(Comparator.comparing(Line::act))
                .toList();
    }

    private static Line line(String act, List<Long> took) {
        took.sort(null);
        return new Line(act, took.size(), at(took, 50), at(took, 95));
    }

    private static double at(List<Long> sorted, int percent) {
        var rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }
}
