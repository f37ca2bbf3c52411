package cn.qiaotong.identifier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The check character of a unified social credit code (GB 32100-2015). The code may begin with letters: some kinds of
 * organisation have them there.
 */
@Component("unifiedCode")
final class UnifiedCode implements CheckedNumber {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    @Override
    public Verdict verdict(String code, LocalDate today) {
        return isRight(code) ? Verdict.RIGHT : Verdict.wrong("unified-code-check");
    }

    private static boolean isRight(String code) {
        if (!code.matches("[%s]{%d}".formatted(CHARACTERS, LENGTH))) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += CHARACTERS.indexOf(code.charAt(place)) * weight;
            weight = weight * 3 % CHARACTERS.length();
        }
        return CHARACTERS.charAt((CHARACTERS.length() - sum % CHARACTERS.length()) % CHARACTERS.length())
                == code.charAt(LENGTH - 1);
    }
}
