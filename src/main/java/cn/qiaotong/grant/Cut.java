package cn.qiaotong.grant;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What is taken off the sum of the items, why, and which items it is about, by their places; none for all of them. */
record Cut(Reason reason, BigDecimal amount, List<Integer> places) {

    /** Why something is taken off, in the order in which it is. */
    enum Reason {
        DUPLICATE,
        ELSEWHERE,
        ONCE,
        FLAT_SHARE,
        CAP,
        PAID_BEFORE,
        BUDGET,
        ROUNDING;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
