package cn.qiaotong.grant;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** One payment that an applicant proves with a bank's voucher, at its place in their list. */
record Voucher(
        int place, LocalDate paidOn, BigDecimal amount, String currency, String number, Optional<BigDecimal> parity) {

    Voucher {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("A voucher is for more than nothing.");
        }
    }

    /** The same for one voucher however its number was typed: nobody is paid twice for a space or a full-width digit. */
    String identity() {
        var plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
        return "%s|%s|%s".formatted(paidOn, amount.stripTrailingZeros().toPlainString(), plain);
    }
}
