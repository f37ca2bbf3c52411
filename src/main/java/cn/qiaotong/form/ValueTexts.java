package cn.qiaotong.form;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Words a value in the language of the page. Templates know it as {@code valueTexts}, once for each of hundreds of values. */
@Component
public final class ValueTexts {

    private final MessageSource texts;

    ValueTexts(MessageSource texts) {
        this.texts = texts;
    }

    @Autowired
    void shareWithViews(ThymeleafViewResolver views) {
        views.addStaticVariable("valueTexts", this);
    }

    public String of(Shown shown, Locale locale) {
        return switch (shown.kind()) {
            case "yes" -> text("form.yes", locale);
            case "no" -> text("form.no", locale);
            case "nothing" -> text("form.not-provided", locale);
            case "date" -> time("form.date.pattern", shown, locale);
            case "moment" -> time("form.moment.pattern", shown, locale);
            case "items" -> text("form.list.count", locale, shown.value());
            default -> shown.value().toString();
        };
    }

    private String time(String pattern, Shown shown, Locale locale) {
        return DateTimeFormatter.ofPattern(text(pattern, locale), locale).format((TemporalAccessor) shown.value());
    }

    private String text(String key, Locale locale, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
