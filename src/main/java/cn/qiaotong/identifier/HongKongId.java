package cn.qiaotong.identifier;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.FieldError;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The check character of a Hong Kong identity card number, which stands in brackets on the card: one or two letters and six
 * digits weighted 9 to 2, modulo 11. A wrong one is a slip of the pen; a right one proves nobody's identity.
 */
@Component("hongKongId")
class HongKongId implements CrossCheck {

    private static final int MODULUS = 11;
    private static final int SPACE = 36;

    @Override
    public Optional<FieldError> check(String key, Answers answers, CheckContext context) {
        return answers.get(key)
                .map(String::valueOf)
                .filter(number -> !hasRightCheck(number))
                .map(number -> new FieldError(key, "hong-kong-id-check"));
    }

    static boolean hasRightCheck(String number) {
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
