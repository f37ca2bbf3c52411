package cn.qiaotong.budget;

import java.math.BigDecimal;

/** Where a line stands in a year, in yuan, and the source of what it provides. */
public record Balance(
        String line,
        int year,
        String source,
        BigDecimal provided,
        BigDecimal reserved,
        BigDecimal spent,
        BigDecimal returned) {

    static Balance nothing(String line, int year) {
        return new Balance(line, year, "", Yuan.ZERO, Yuan.ZERO, Yuan.ZERO, Yuan.ZERO);
    }

    /** What may still be reserved. */
    public BigDecimal free() {
        return provided.subtract(taken());
    }

    public BigDecimal of(Figure figure) {
        return switch (figure) {
            case PROVIDED -> provided;
            case RESERVED -> reserved;
            case SPENT -> spent;
            case RETURNED -> returned;
            case FREE -> free();
        };
    }

    /** What is promised or paid and not given back. */
    BigDecimal taken() {
        return reserved.add(spent).subtract(returned);
    }
}
