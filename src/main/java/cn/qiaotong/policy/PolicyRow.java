package cn.qiaotong.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One dated fact of policy with its source: what a key means from a day on, until the end of another. The value is a
 * {@code BigDecimal}, {@code String}, {@code Boolean}, {@code LocalDate}, {@code List} or {@code Map}; a notice has none and
 * says "".
 */
public record PolicyRow(
        UUID id,
        String service,
        String kind,
        String key,
        Object value,
        String unit,
        Map<String, String> texts,
        LocalDate from,
        Optional<LocalDate> until,
        Source source,
        String confidence,
        String enteredBy,
        String approvedBy,
        String note) {

    public boolean demo() {
        return source.demo();
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The number that the row asks for, with thousands separators; none for a yes, a no, a text or a list. */
    public Optional<String> amount() {
        return value instanceof BigDecimal number ? Optional.of(plain(number)) : Optional.empty();
    }

    /** A number with its thousands apart and no zeros after it. */
    public static String plain(BigDecimal number) {
        return String.format(Locale.ROOT, "%,.10f", number)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }

    PolicyRow in(String folder, UUID newId) {
        return new PolicyRow(
                newId,
                folder,
                kind,
                key,
                value,
                unit,
                texts,
                from,
                until,
                source,
                confidence,
                enteredBy,
                approvedBy,
                note);
    }
}
