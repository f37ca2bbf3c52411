package cn.qiaotong;

import cn.qiaotong.budget.Balance;
import cn.qiaotong.budget.Ledger;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.policy.PolicyRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** The budget lines of a service, which may have less left for a while than policy provides, whatever was taken of them. */
record Budgets(PublicServices services, CheckContexts contexts, Ledger ledger) {

    static Budgets with(BeanFactory beans) {
        return new Budgets(
                beans.getBean(PublicServices.class), beans.getBean(CheckContexts.class), beans.getBean(Ledger.class));
    }

    /** Lets this be done while so much is left, and gives back what the lines had before. */
    void during(String service, BigDecimal left, Runnable act) {
        var before = rows(service).stream().map(this::balance).toList();
        leave(service, left);
        try {
            act.run();
        } finally {
            before.forEach(this::restore);
        }
    }

    /** As much left as policy provides for a whole year. */
    void refill(String service) {
        rows(service).forEach(row -> leave(row, (BigDecimal) value(row).get("amount")));
    }

    void leave(String service, BigDecimal left) {
        rows(service).forEach(row -> leave(row, left));
    }

    private void leave(PolicyRow row, BigDecimal left) {
        var balance = balance(row);
        provide(balance, taken(balance).add(left));
    }

    private void restore(Balance before) {
        var taken = taken(ledger.balance(before.line(), before.year()));
        provide(before, before.provided().max(taken));
    }

    private void provide(Balance line, BigDecimal amount) {
        ledger.provide(line.line(), line.year(), amount, "DEMO");
    }

    private Balance balance(PolicyRow row) {
        return ledger.balance(row.key(), ((BigDecimal) value(row).get("year")).intValueExact());
    }

    private static BigDecimal taken(Balance balance) {
        return balance.provided().subtract(balance.free());
    }

    private List<PolicyRow> rows(String service) {
        return services.find(service).orElseThrow().policy(contexts.today()).list("budget");
    }

    private static Map<?, ?> value(PolicyRow row) {
        return (Map<?, ?>) row.value();
    }
}
