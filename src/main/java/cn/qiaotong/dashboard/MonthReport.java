package cn.qiaotong.dashboard;

import cn.qiaotong.budget.Movement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A month of the desk in numbers, beside the month before it: of all services, of each, and how requests ended. */
record MonthReport(Whole now, Whole before, List<MonthLine> services, List<Ended> outcomes, boolean demo) {

    /** All services together, the money that moved, and the objections to public notices. */
    record Whole(MonthLine line, Map<Movement, BigDecimal> money, long objections) {

        public BigDecimal moved(String movement) {
            return money.get(Movement.valueOf(movement));
        }
    }

    /** How many requests of a service ended in one of its ways. */
    record Ended(String service, String outcome, long count) {}
}
