package cn.qiaotong.identifier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * A residence permit of a resident of Hong Kong, Macao or Taiwan: a resident identity card number whose area says which of the
 * three.
 */
@Component("residencePermit")
final class ResidencePermit implements CheckedNumber {

    private final ResidentId number = new ResidentId();

    @Override
    public Verdict verdict(String permit, LocalDate today) {
        var verdict = number.verdict(permit, today);
        return verdict.refusal().isEmpty() && !permit.matches("8[123]0000.*")
                ? Verdict.wrong("residence-permit-area")
                : verdict;
    }
}
