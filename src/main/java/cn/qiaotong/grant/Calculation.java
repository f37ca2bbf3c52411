package cn.qiaotong.grant;

import static java.math.BigDecimal.ZERO;

import cn.qiaotong.grant.Cut.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A grant with its whole reckoning: the items, and each cut with its reason. The items less the cuts are the result, to the
 * fen; so whoever reads it can add it up.
 */
record Calculation(List<Item> items, List<Cut> cuts) {

    Calculation {
        items = List.copyOf(items);
        cuts = List.copyOf(cuts);
    }

    /** Takes off what the limits demand, in the order of the reasons, and rounds down to whole yuan at last. */
    static Calculation of(List<Item> items, Limits limits) {
        var running = new Running(sum(items));
        var first = new HashMap<String, Integer>();
        for (var item : items) {
            var identity = item.voucher().identity();
            if (first.putIfAbsent(identity, item.voucher().place()) != null) {
                running.drop(Reason.DUPLICATE, item, first.get(identity));
            } else if (limits.elsewhere().contains(identity)) {
                running.drop(Reason.ELSEWHERE, item, item.voucher().place());
            }
        }
        if (limits.hadThisYear()) {
            running.atMost(Reason.ONCE, ZERO);
        }
        limits.flatShare().ifPresent(most -> running.atMost(Reason.FLAT_SHARE, most));
        limits.cap().ifPresent(cap -> {
            running.atMost(Reason.CAP, cap);
            running.atMost(Reason.PAID_BEFORE, cap.subtract(limits.paidBefore()));
        });
        limits.budgetLeft().ifPresent(left -> running.atMost(Reason.BUDGET, left));
        running.atMost(Reason.ROUNDING, running.left.setScale(0, RoundingMode.DOWN));
        return new Calculation(items, running.cuts);
    }

    BigDecimal gross() {
        return sum(items);
    }

    BigDecimal result() {
        return cuts.stream().map(Cut::amount).reduce(gross(), BigDecimal::subtract);
    }

    /** What is due without regard to the budget, which people may wait for. */
    BigDecimal entitlement() {
        return cuts.stream()
                .filter(cut -> cut.reason() != Reason.BUDGET && cut.reason() != Reason.ROUNDING)
                .map(Cut::amount)
                .reduce(gross(), BigDecimal::subtract)
                .setScale(0, RoundingMode.DOWN);
    }

    /** The items that count, each voucher once. */
    List<Item> counted() {
        var dropped = cuts.stream()
                .filter(cut -> cut.reason() == Reason.DUPLICATE || cut.reason() == Reason.ELSEWHERE)
                .map(cut -> cut.places().get(0))
                .toList();
        return items.stream()
                .filter(item -> !dropped.contains(item.voucher().place()))
                .toList();
    }

    boolean shortOfBudget() {
        return cuts.stream().anyMatch(cut -> cut.reason() == Reason.BUDGET);
    }

    private static BigDecimal sum(List<Item> items) {
        return items.stream().map(Item::grant).reduce(ZERO, BigDecimal::add);
    }

    /** What is left while it is being cut. */
    private static final class Running {

        private final List<Cut> cuts = new ArrayList<>();
        private BigDecimal left;

        Running(BigDecimal gross) {
            this.left = gross;
        }

        void drop(Reason reason, Item item, int other) {
            var place = item.voucher().place();
            cut(reason, item.grant(), place == other ? List.of(place) : List.of(place, other));
        }

        void atMost(Reason reason, BigDecimal most) {
            var over = left.subtract(most.max(ZERO));
            if (over.signum() > 0) {
                cut(reason, over, List.of());
            }
        }

        private void cut(Reason reason, BigDecimal amount, List<Integer> places) {
            cuts.add(new Cut(reason, amount, places));
            left = left.subtract(amount);
        }
    }
}
