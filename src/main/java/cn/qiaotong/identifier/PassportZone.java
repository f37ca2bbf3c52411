package cn.qiaotong.identifier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The two lines of 44 characters at the foot of a passport (ICAO Doc 9303, TD3) with their five check digits: number, birth,
 * expiry, personal number, and all of them together.
 */
@Component("passportMrz")
final class PassportZone implements CheckedNumber {

    private static final int LINE = 44;
    private static final int[] WEIGHTS = {7, 3, 1};

    @Override
    public Verdict verdict(String zone, LocalDate today) {
        return zone.matches("P[A-Z0-9<]{87}") && isRight(zone.substring(LINE))
                ? Verdict.RIGHT
                : Verdict.wrong("passport-mrz-check");
    }

    private static boolean isRight(String line) {
        return checks(line.substring(0, 9), line.charAt(9))
                && checks(line.substring(13, 19), line.charAt(19))
                && checks(line.substring(21, 27), line.charAt(27))
                && checks(line.substring(28, 42), line.charAt(42))
                && checks(line.substring(0, 10) + line.substring(13, 20) + line.substring(21, 43), line.charAt(43));
    }

    /** A personal number that is left out may have a filler for its check digit. */
    private static boolean checks(String part, char check) {
        int sum = 0;
        for (int place = 0; place < part.length(); place++) {
            sum += value(part.charAt(place)) * WEIGHTS[place % WEIGHTS.length];
        }
        return check == '0' + sum % 10 || check == '<' && part.matches("<+");
    }

    private static int value(char character) {
        return character == '<' ? 0 : Character.digit(character, Character.MAX_RADIX);
    }
}
