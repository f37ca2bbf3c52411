package cn.qiaotong.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final MessageSource texts;
    private final Clock clock;
    private final Map<Locale, DateTimeFormatter> patterns = new ConcurrentHashMap<>();

    Dates(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DESK);
    }

    public String date(LocalDate day) {
        return date(day, LocaleContextHolder.getLocale());
    }

    /** The date in the language of a reader who is not the one who asks. */
    public String date(LocalDate day, Locale locale) {
        return patterns.computeIfAbsent(
                        locale,
                        language -> DateTimeFormatter.ofPattern(
                                texts.getMessage("web.date.pattern", null, language), language))
                .format(day);
    }

    /** The day at the desk on which this happened. */
    public String day(Instant at) {
        return day(at, LocaleContextHolder.getLocale());
    }

    public String day(Instant at, Locale locale) {
        return date(LocalDate.ofInstant(at, DESK), locale);
    }

    /** Day, time and zone. */
    public String time(Instant at) {
        var locale = LocaleContextHolder.getLocale();
        var time = TIME.format(at.atZone(DESK));
        return texts.getMessage("web.date.time", new Object[] {day(at), time}, locale);
    }
}
