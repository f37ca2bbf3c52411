package cn.qiaotong.identifier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.springframework.stereotype.Component;

/** The birth date and the check character of a resident identity card number (GB 11643-1999, ISO 7064 MOD 11-2). */
@Component("residentId")
final class ResidentId implements PaperNumber {

    private static final String CHECK = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public boolean isRight(String number, LocalDate today) {
        return hasRightCheck(number) && isBornBy(today, number);
    }

    @Override
    public String error() {
        return "resident-id-check";
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
