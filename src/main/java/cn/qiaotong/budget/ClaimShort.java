package cn.qiaotong.budget;

import cn.qiaotong.web.Conflict;
import java.math.BigDecimal;

/** More was to be spent than the claim has reserved, or to be given back than it was paid. */
public final class ClaimShort extends Conflict {

    private ClaimShort(String key, BigDecimal asked, BigDecimal there) {
        super(key, asked, there);
    }

    static ClaimShort reserved(BigDecimal asked, BigDecimal reserved) {
        return new ClaimShort("budget.refusal.reserved", asked, reserved);
    }

    static ClaimShort paid(BigDecimal asked, BigDecimal paid) {
        return new ClaimShort("budget.refusal.paid", asked, paid);
    }
}
