package cn.qiaotong.dashboard;

import cn.qiaotong.worklist.Turnover;
import java.util.Optional;
import java.util.OptionalInt;

/** What a month came to for one service, or for all, in the numbers that a page asks for by name; a share of nothing is none. */
record MonthLine(String name, Turnover turnover) {

    public long count(String measure) {
        return switch (measure) {
            case "received" -> turnover.received();
            case "closed" -> turnover.closed();
            case "supplements" -> turnover.supplements();
            case "referrals" -> turnover.referrals();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    /** In a hundred, rounded down: 100 says that there was none of the other kind. */
    public Optional<Integer> share(String measure) {
        return switch (measure) {
            case "straight" -> share(turnover.straight(), turnover.concluded());
            case "on-time" -> share(turnover.inTime(), turnover.steps());
            default -> throw new IllegalArgumentException(measure);
        };
    }

    /** The working days within which half of them were done. */
    public Optional<Integer> days(String measure) {
        return switch (measure) {
            case "first-response" -> found(turnover.firstResponse().median());
            case "end-to-end" -> found(turnover.whole().median());
            default -> throw new IllegalArgumentException(measure);
        };
    }

    private static Optional<Integer> share(long part, long all) {
        return all == 0 ? Optional.empty() : Optional.of((int) (part * 100 / all));
    }

    private static Optional<Integer> found(OptionalInt days) {
        return days.stream().boxed().findFirst();
    }
}
