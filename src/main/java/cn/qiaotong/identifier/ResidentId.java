package cn.qiaotong.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.springframework.stereotype.Component;

/**
 * The birth date and the check character of a resident identity card number (GB 11643-1999, ISO 7064 MOD 11-2). A number of
 * 15 digits is of the cards before those and no longer valid.
 */
@Component("residentId")
final class ResidentId implements CheckedNumber {

    private static final String CHECK = "10X98765432";
    private static final String PROVINCE = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91).*";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Verdict verdict(String number, LocalDate today) {
        if (number.matches("[0-9]{15}")) {
            return Verdict.wrong("resident-id-old");
        } else if (!hasRightCheck(number) || !isBornBy(today, number)) {
            return Verdict.wrong("resident-id-check");
        }
        return number.matches(PROVINCE) ? Verdict.RIGHT : Verdict.UNUSUAL;
    }

    static boolean hasRightCheck(String number) {
        if (!number.matches("[1-9][0-9]{16}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < 17; place++) {
            sum += (number.charAt(place) - '0') * ((1 << (17 - place)) % 11);
        }
        return CHECK.charAt(sum % 11) == number.charAt(17);
    }

    /** Whether the number's birth date is a day of the calendar that has been. */
    static boolean isBornBy(LocalDate today, String number) {
        try {
            return !LocalDate.parse(number.substring(6, 14), BIRTH).isAfter(today);
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }
}
