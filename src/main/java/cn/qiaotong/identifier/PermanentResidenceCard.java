package cn.qiaotong.identifier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The number of a foreigner's permanent residence card: since 2023 eighteen characters that begin with 9 and end like a
 * resident identity card number, before that three letters and twelve digits. No public rule was found, so nothing is refused.
 */
@Component("permanentResidenceCard")
final class PermanentResidenceCard implements CheckedNumber {

    @Override
    public Verdict verdict(String number, LocalDate today) {
        return number.matches("[A-Z]{3}[0-9]{12}") || isOf2023(number, today) ? Verdict.RIGHT : Verdict.UNUSUAL;
    }

    private static boolean isOf2023(String number, LocalDate today) {
        return number.startsWith("9") && ResidentId.hasRightCheck(number) && ResidentId.isBornBy(today, number);
    }
}
