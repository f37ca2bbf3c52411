package cn.qiaotong.policy;

import java.time.LocalDate;
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
