package cn.qiaotong.form;

import cn.qiaotong.form.ListTable.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pairs the rows of two versions of a list: equal rows find each other in their order, and what lies between them changed,
 * came or went. So a row put in at the top is one new row and not a change of all.
 */
record RowPairs(List<Map<?, ?>> before, List<Map<?, ?>> now, List<RowPairs.Pair> pairs) {

    static List<Pair> unchanged(List<Map<?, ?>> rows) {
        return of(rows, rows);
    }

    static List<Pair> of(List<Map<?, ?>> before, List<Map<?, ?>> now) {
        var pairs = new RowPairs(before, now, new ArrayList<>());
        pairs.pair(pairs.common());
        return pairs.pairs;
    }

    private void pair(int[][] common) {
        var then = 0;
        var here = 0;
        var gapThen = 0;
        var gapHere = 0;
        while (then < before.size() && here < now.size()) {
            if (before.get(then).equals(now.get(here))) {
                gap(gapThen, then, gapHere, here);
                pairs.add(new Pair(here + 1, State.SAME, before.get(then++), now.get(here++)));
                gapThen = then;
                gapHere = here;
            } else if (common[then + 1][here] >= common[then][here + 1]) {
                then++;
            } else {
                here++;
            }
        }
        gap(gapThen, before.size(), gapHere, now.size());
    }

    private void gap(int then, int thenEnd, int here, int hereEnd) {
        var both = Math.min(thenEnd - then, hereEnd - here);
        IntStream.range(0, both)
                .forEach(
                        i -> pairs.add(new Pair(here + i + 1, State.CHANGED, before.get(then + i), now.get(here + i))));
        IntStream.range(then + both, thenEnd)
                .forEach(i -> pairs.add(new Pair(i + 1, State.REMOVED, before.get(i), Map.of())));
        IntStream.range(here + both, hereEnd)
                .forEach(i -> pairs.add(new Pair(i + 1, State.ADDED, Map.of(), now.get(i))));
    }

    /** The length of the longest common sequence of what is left after each pair of places. */
    private int[][] common() {
        var common = new int[before.size() + 1][now.size() + 1];
        for (var then = before.size() - 1; then >= 0; then--) {
            for (var here = now.size() - 1; here >= 0; here--) {
                common[then][here] = before.get(then).equals(now.get(here))
                        ? common[then + 1][here + 1] + 1
                        : Math.max(common[then + 1][here], common[then][here + 1]);
            }
        }
        return common;
    }

    /** A row as it was and as it is; empty where it is only one of them. */
    record Pair(int number, State state, Map<?, ?> then, Map<?, ?> here) {

        boolean says(String key) {
            return then.containsKey(key) || here.containsKey(key);
        }

        Optional<Object> now(String key) {
            return Optional.ofNullable(here.get(key));
        }

        Optional<Object> before(String key) {
            return Optional.ofNullable(then.get(key));
        }
    }
}
