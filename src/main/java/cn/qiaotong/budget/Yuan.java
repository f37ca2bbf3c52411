package cn.qiaotong.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of the ledger: yuan with two decimals. What has more decimals was not rounded by who knows how, and is refused. */
final class Yuan {

    static final BigDecimal ZERO = new BigDecimal("0.00");

    private static final BigDecimal LIMIT = new BigDecimal("10000000000000");

    private Yuan() {}

    static BigDecimal positive(BigDecimal amount) {
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > 2 || amount.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException("An amount is more than zero, below %s and has two decimals at most: %s"
                    .formatted(LIMIT, amount.toEngineeringString()));
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
