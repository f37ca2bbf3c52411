package cn.qiaotong.identifier;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The check character of a Hong Kong identity card number, which stands in brackets on the card: one or two letters and six
 * digits weighted 9 to 2, modulo 11.
 */
@Component("hongKongId")
final class HongKongId implements CheckedNumber {

    private static final int MODULUS = 11;
    private static final int SPACE = 36;

    @Override
    public Verdict verdict(String number, LocalDate today) {
        return isRight(number) ? Verdict.RIGHT : Verdict.wrong("hong-kong-id-check");
    }

    private static boolean isRight(String number) {
        if (!number.matches("[A-Z]{1,2}[0-9]{6}[0-9A]")) {
            return false;
        }
        int sum = number.length() == 8 ? SPACE * 9 : 0;
        for (int place = 0; place < number.length(); place++) {
            sum += Character.digit(number.charAt(place), Character.MAX_RADIX) * (number.length() - place);
        }
        return sum % MODULUS == 0;
    }
}
