package cn.qiaotong.dashboard;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The names of months as a page's language writes them; the pattern is a text like any other, never the platform's. */
record MonthNames(MessageSource texts, Locale locale) {

    public String name(Month month) {
        var pattern = texts.getMessage("dashboard.month.pattern", null, locale);
        return DateTimeFormatter.ofPattern(pattern, locale).format(month.month());
    }
}
