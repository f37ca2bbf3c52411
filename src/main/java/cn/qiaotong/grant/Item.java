package cn.qiaotong.grant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

/**
 * A voucher as it counts: its amount in yuan at the parity of its day, the rate that the rule gives it, and what that makes.
 * Without a parity or a rule it counts nothing, and says so.
 */
record Item(Voucher voucher, Optional<Applied> parity, Optional<Applied> rate, Optional<String> rule) {

    private static final int FEN = 2;

    /** A number of policy and the row that it stands in; what an applicant typed has no row. */
    record Applied(BigDecimal value, Optional<UUID> row) {}

    BigDecimal yuan() {
        return parity.map(Applied::value)
                .map(voucher.amount()::multiply)
                .orElse(BigDecimal.ZERO)
                .setScale(FEN, RoundingMode.HALF_UP);
    }

    BigDecimal grant() {
        return rate.map(Applied::value)
                .map(yuan()::multiply)
                .orElse(BigDecimal.ZERO)
                .setScale(FEN, RoundingMode.HALF_UP);
    }
}
