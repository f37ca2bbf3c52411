package cn.qiaotong.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Dates and times as the page's language writes them, in the desk's time zone and saying so. Templates know it as
 * {@code dates}; the patterns are texts like any other, never the platform's.
 */
@Component("dates")
public final class Dates {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final MessageSource texts;

    Dates(MessageSource texts) {
        this.texts = texts;
    }

    public String date(LocalDate day) {
        var locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(texts.getMessage("web.date.pattern", null, locale), locale)
                .format(day);
    }

    /** The day at the desk on which this happened. */
    public String day(Instant at) {
        return date(LocalDate.ofInstant(at, DESK));
    }

    /** Day, time and zone. */
    public String time(Instant at) {
        var locale = LocaleContextHolder.getLocale();
        var time = DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(DESK));
        return texts.getMessage("web.date.time", new Object[] {day(at), time}, locale);
    }
}
