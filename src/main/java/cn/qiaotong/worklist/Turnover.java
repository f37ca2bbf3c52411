package cn.qiaotong.worklist;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some days came to, for one service or for several: how many requests came and went and how long they took, never
 * which. Concluded are those that the desk or a bank has answered, so none withdrawn or left to expire; straight are those
 * of them that needed no supplement; of the steps of staff that had a time, so many were done in it.
 */
public record Turnover(
        String service,
        long received,
        long closed,
        Map<String, Long> outcomes,
        long concluded,
        long straight,
        long steps,
        long inTime,
        long supplements,
        long referrals,
        Spread firstResponse,
        Spread whole) {

    public Turnover {
        outcomes = Map.copyOf(outcomes);
    }

    /** All of them together. */
    public static Turnover sum(Collection<Turnover> all) {
        return all.stream().reduce(nothing(), Turnover::with);
    }

    private static Turnover nothing() {
        var none = new Spread(Map.of());
        return new Turnover("", 0, 0, Map.of(), 0, 0, 0, 0, 0, 0, none, none);
    }

    private Turnover with(Turnover other) {
        var both = new TreeMap<>(outcomes);
        other.outcomes.forEach((outcome, count) -> both.merge(outcome, count, Long::sum));
        return new Turnover(
                service,
                received + other.received,
                closed + other.closed,
                both,
                concluded + other.concluded,
                straight + other.straight,
                steps + other.steps,
                inTime + other.inTime,
                supplements + other.supplements,
                referrals + other.referrals,
                firstResponse.with(other.firstResponse),
                whole.with(other.whole));
    }
}
