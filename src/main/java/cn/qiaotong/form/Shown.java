package cn.qiaotong.form;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/** One value as a page shows it: text as it is, or a kind that the page words in its language. */
public record Shown(String kind, Object value) {

    static final Shown NOTHING = new Shown("nothing", "");

    public boolean isFile() {
        return kind.equals("file");
    }

    /** Whether it is somebody's own words, which no language of a page changes. */
    public boolean isOwn() {
        return kind.equals("text");
    }

    static Shown of(Object value) {
        if (value instanceof Boolean yes) {
            return new Shown(yes ? "yes" : "no", yes);
        } else if (value instanceof LocalDateTime) {
            return new Shown("moment", value);
        }
        return value instanceof LocalDate ? new Shown("date", value) : new Shown("text", text(value));
    }

    static String text(Object value) {
        return value instanceof BigDecimal number
                ? new DecimalFormat("#,##0.##################", DecimalFormatSymbols.getInstance(Locale.ROOT))
                        .format(number)
                : value.toString();
    }

    /** The text with only so many characters visible at its ends; a short one shows none. */
    static String masked(String text, int leading, int trailing) {
        var points = text.codePoints().toArray();
        var hidden = points.length - leading - trailing;
        return hidden <= 0
                ? "*".repeat(Math.max(1, points.length))
                : new String(points, 0, leading)
                        + "*".repeat(hidden)
                        + new String(points, points.length - trailing, trailing);
    }
}
