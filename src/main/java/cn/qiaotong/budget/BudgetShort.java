package cn.qiaotong.budget;

import cn.qiaotong.web.Conflict;
import java.math.BigDecimal;

/** The line has less left than is asked of it. Nothing was reserved and the transaction may go on. */
public final class BudgetShort extends Conflict {

    BudgetShort(BigDecimal asked, BigDecimal free) {
        super("budget.refusal.short", asked, free);
    }
}
