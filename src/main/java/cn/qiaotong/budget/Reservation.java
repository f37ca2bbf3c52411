package cn.qiaotong.budget;

import java.math.BigDecimal;
import java.util.UUID;

/** What one claim was promised of a line, and what has become of it since: still reserved, spent, given back. */
public record Reservation(
        UUID claim,
        String line,
        int year,
        String beneficiary,
        BigDecimal promised,
        BigDecimal reserved,
        BigDecimal spent,
        BigDecimal returned) {

    boolean says(String otherLine, int otherYear, String other, BigDecimal amount) {
        return line.equals(otherLine) && year == otherYear && beneficiary.equals(other) && promised.equals(amount);
    }

    BigDecimal paid() {
        return spent.subtract(returned);
    }
}
