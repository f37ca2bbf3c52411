package cn.qiaotong.identifier;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * An amount of yuan, Hong Kong dollars, patacas or US dollars, all of which have two decimals (ISO 4217). A small one where
 * large ones are usual was perhaps meant in units of ten thousand or a hundred million.
 */
@Component("amount")
final class Amount implements CheckedNumber {

    private static final BigDecimal SMALL = new BigDecimal(10_000);
    private static final int DECIMALS = 2;

    @Override
    public Verdict verdict(String typed, LocalDate today) {
        var amount = new BigDecimal(typed);
        if (amount.signum() < 0) {
            return Verdict.wrong("amount-negative");
        } else if (amount.stripTrailingZeros().scale() > DECIMALS) {
            return Verdict.wrong("amount-decimals");
        }
        return amount.signum() > 0 && amount.compareTo(SMALL) < 0 ? Verdict.unusual("amount") : Verdict.RIGHT;
    }
}
