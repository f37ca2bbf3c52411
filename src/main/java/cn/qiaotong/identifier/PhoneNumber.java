package cn.qiaotong.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * A telephone number, of the Mainland where it names no other place. A length that its place does not have is refused; a range
 * that its place has not given out so far, or a number without its area code, is only asked to be looked at again.
 */
@Component("phoneNumber")
final class PhoneNumber implements CheckedNumber {

    private static final String MAINLAND = "CN";

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public Verdict verdict(String typed, LocalDate today) {
        try {
            var number = numbers.parse(typed, MAINLAND);
            if (numbers.isValidNumber(number)) {
                return Verdict.RIGHT;
            }
            return hasLengthOf(PhoneNumberType.MOBILE, number) || hasLengthOf(PhoneNumberType.FIXED_LINE, number)
                    ? Verdict.unusual("phone")
                    : Verdict.wrong("phone.invalid");
        } catch (NumberParseException noNumber) {
            return Verdict.wrong("phone.invalid");
        }
    }

    private boolean hasLengthOf(PhoneNumberType type, Phonenumber.PhoneNumber number) {
        return numbers.isPossibleNumberForType(number, type);
    }
}
