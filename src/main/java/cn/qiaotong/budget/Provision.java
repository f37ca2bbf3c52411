package cn.qiaotong.budget;

import cn.qiaotong.policy.PolicyRow;
import java.math.BigDecimal;
import java.util.Map;

/** What a policy row says that a line provides for a year. */
record Provision(PolicyRow row, int year, BigDecimal amount) {

    static final String KIND = "budget";

    static Provision of(PolicyRow row) {
        var value = (Map<?, ?>) row.value();
        return new Provision(row, ((BigDecimal) value.get("year")).intValueExact(), (BigDecimal) value.get("amount"));
    }

    String line() {
        return row.key();
    }

    boolean isOf(String line, int otherYear) {
        return line().equals(line) && year == otherYear;
    }

    /** A line belongs to one folder: two that feed it would take turns. */
    Provision followedBy(Provision next) {
        if (!row.service().equals(next.row.service())) {
            throw new LineTwice(next.line(), row.service(), next.row.service());
        }
        return next;
    }
}
