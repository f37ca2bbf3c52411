package cn.qiaotong.review;

import cn.qiaotong.form.Shown;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.Language;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The value of a policy row as a page shows it: its text in the page's language where it has one, and the answers that a rule
 * lists by their labels.
 */
final class PolicyWords {

    private PolicyWords() {}

    static List<Shown> of(PolicyRow row, Map<String, String> labels, Locale locale) {
        var text = row.texts().get(Language.of(locale).html());
        if (text != null) {
            return List.of(new Shown("text", text));
        }
        return row.value() instanceof List<?> list
                ? list.stream().map(value -> one(value, labels)).toList()
                : List.of(one(row.value(), labels));
    }

    private static Shown one(Object value, Map<String, String> labels) {
        if (value instanceof Boolean yes) {
            return new Shown(yes ? "yes" : "no", yes);
        } else if (value instanceof BigDecimal number) {
            var format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
            return new Shown("text", format.format(number));
        }
        return value instanceof LocalDate
                ? new Shown("date", value)
                : new Shown("text", labels.getOrDefault(String.valueOf(value), String.valueOf(value)));
    }
}
