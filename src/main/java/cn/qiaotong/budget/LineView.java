package cn.qiaotong.budget;

import java.math.BigDecimal;
import java.util.Optional;

/** A line and year as the pages show it: its name, its numbers, and what policy wants where the ledger could not follow. */
record LineView(String name, Balance balance, Optional<BigDecimal> wanted) {

    private static final String DEMO = "DEMO";

    public boolean demo() {
        return balance.source().equals(DEMO);
    }

    public String path() {
        return "%s/%s/%d".formatted(BudgetController.PATH, balance.line(), balance.year());
    }
}
