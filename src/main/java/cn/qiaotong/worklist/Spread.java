package cn.qiaotong.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How many took how many working days: what a middle can be told of, for one service or for several together. */
public record Spread(Map<Integer, Long> counts) {

    public Spread {
        counts = Map.copyOf(counts);
    }

    static Spread of(Collection<Integer> days) {
        var counts = new TreeMap<Integer, Long>();
        days.forEach(day -> counts.merge(day, 1L, Long::sum));
        return new Spread(counts);
    }

    public Spread with(Spread other) {
        var both = new TreeMap<>(counts);
        other.counts.forEach((day, count) -> both.merge(day, count, Long::sum));
        return new Spread(both);
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The working days within which half of them were done; nothing where there are none. */
    public OptionalInt median() {
        var half = (count() + 1) / 2;
        var sofar = 0L;
        for (var entry : new TreeMap<>(counts).entrySet()) {
            sofar += entry.getValue();
            if (sofar >= half) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
