package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The rules of numbers: exact, at most eighteen digits, thousands separators welcome, never in scientific notation. */
final class NumberValue {

    private static final int LONGEST_READ = 60;
    private static final int MOST_DIGITS = 18;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?");

    private NumberValue() {}

    static Reading read(Field field, String name, String typed) {
        var text = typed.length() > LONGEST_READ ? typed : Normal.half(typed).replace(" ", "");
        if (text.isBlank()) {
            return Reading.missing(field, name, "number.required");
        }
        if (text.length() > LONGEST_READ || !NUMBER.matcher(text).matches()) {
            return Reading.refused(name, "number.invalid");
        }
        return bounded(field, name, new BigDecimal(text.replace(",", "")));
    }

    private static Reading bounded(Field field, String name, BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        var decimals = field.number("decimalDigits");
        if (Math.max(stripped.precision(), stripped.precision() - stripped.scale()) > MOST_DIGITS
                || stripped.scale() > MOST_DIGITS) {
            return Reading.refused(name, "number.digits", MOST_DIGITS);
        }
        if (decimals.isPresent() && stripped.scale() > decimals.get()) {
            return decimals.get() == 0
                    ? Reading.refused(name, "number.whole")
                    : Reading.refused(name, "number.decimals", decimals.get());
        }
        return between(field, name, number);
    }

    private static Reading between(Field field, String name, BigDecimal number) {
        var least = field.rule("min").map(JsonNode::decimalValue);
        var most = field.rule("max").map(JsonNode::decimalValue);
        if (least.isPresent() && number.compareTo(least.get()) < 0) {
            return Reading.refused(name, "number.min", least.get());
        }
        return most.isPresent() && number.compareTo(most.get()) > 0
                ? Reading.refused(name, "number.max", most.get())
                : Reading.of(number);
    }
}
