package cn.qiaotong.identifier;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The birth date and the check character of a resident identity card number (GB 11643-1999, ISO 7064 MOD 11-2). A wrong one
 * is a slip of the pen; a right one proves nobody's identity.
 */
@Component("residentId")
class ResidentId implements CrossCheck {

    private static final String CHECK = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Optional<FieldError> check(String key, Answers answers, CheckContext context) {
        return answers.get(key)
                .map(String::valueOf)
                .filter(number -> !hasRightCheck(number) || !isBornBy(context.today(), number))
                .map(number -> new FieldError(key, "resident-id-check"));
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
