package cn.qiaotong.grant;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What a grant may not exceed: a share of the amount drawn, a cap for each firm and year less what was paid before, nothing
 * more where a firm gets one grant a year and had it, and the budget left. The identities are those of vouchers that another
 * request counts.
 */
record Limits(
        Optional<BigDecimal> flatShare,
        Optional<BigDecimal> cap,
        BigDecimal paidBefore,
        boolean once,
        Optional<BigDecimal> budgetLeft,
        Set<String> elsewhere) {

    static Limits none() {
        return new Limits(Optional.empty(), Optional.empty(), BigDecimal.ZERO, false, Optional.empty(), Set.of());
    }

    boolean hadThisYear() {
        return once && paidBefore.signum() > 0;
    }

    /** The same without regard to the budget: what the applicant is entitled to. */
    Limits withoutBudget() {
        return new Limits(flatShare, cap, paidBefore, once, Optional.empty(), elsewhere);
    }
}
