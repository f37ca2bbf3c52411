package cn.qiaotong.budget;

import cn.qiaotong.web.Conflict;
import java.math.BigDecimal;

/** A line was to provide less than is already promised or paid of it. */
public final class BudgetPromised extends Conflict {

    BudgetPromised(BigDecimal amount, BigDecimal taken) {
        super("budget.refusal.promised", amount, taken);
    }
}
