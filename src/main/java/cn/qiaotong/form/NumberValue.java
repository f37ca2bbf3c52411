package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The rules of numbers: exact, at most eighteen digits, thousands separators welcome, never in scientific notation, and never in
 * ten thousands or hundred millions, which one reader sees and the next does not.
 */
final class NumberValue {

    private static final int LONGEST_READ = 60;
    private static final int MOST_DIGITS = 18;
    private static final String DIGITS = "[+-]?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d+)?";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final Pattern IN_UNITS = Pattern.compile("(?<number>" + DIGITS + ")(?<unit>[十百千万萬]*[万萬亿億])\\D*");
    private static final Map<Integer, Integer> ZEROS =
            Map.of((int) '十', 1, (int) '百', 2, (int) '千', 3, (int) '万', 4, (int) '萬', 4, (int) '亿', 8, (int) '億', 8);

    private NumberValue() {}

    static Reading read(Field field, String name, String typed) {
        var text = typed.length() > LONGEST_READ ? typed : Normal.half(typed).replace(" ", "");
        if (text.isBlank()) {
            return Reading.missing(field, name, "number.required");
        }
        if (text.length() > LONGEST_READ || !NUMBER.matcher(text).matches()) {
            return unread(name, text);
        }
        return bounded(field, name, number(text));
    }

    private static Reading unread(String name, String text) {
        var units = IN_UNITS.matcher(text);
        if (text.length() > LONGEST_READ || !units.matches()) {
            return Reading.refused(name, "number.invalid");
        }
        var zeros = units.group("unit").chars().map(ZEROS::get).sum();
        return Reading.refused(
                name, "number.unit", Shown.text(number(units.group("number")).scaleByPowerOfTen(zeros)));
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace(",", ""));
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
