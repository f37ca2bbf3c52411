package cn.qiaotong.publicity;

import cn.qiaotong.request.Request;
import cn.qiaotong.section.Standing;
import cn.qiaotong.web.Dates;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the owner of a request reads while its notice runs and nobody has to do anything. */
@Component
class NoticeStanding implements Standing {

    private final PublicNotices notices;
    private final Dates dates;
    private final MessageSource texts;

    NoticeStanding(PublicNotices notices, Dates dates, MessageSource texts) {
        this.notices = notices;
        this.dates = dates;
        this.texts = texts;
    }

    @Override
    public Optional<Told> of(Request request, Locale locale) {
        return notices.of(request.id())
                .filter(notice -> notice.concludedAt().isEmpty())
                .map(notice -> told(dates.date(notice.until(), locale), locale));
    }

    private Told told(String until, Locale locale) {
        return new Told(
                text("publicity.running.headline", until, locale), text("publicity.running.text", until, locale));
    }

    private String text(String key, String until, Locale locale) {
        return texts.getMessage(key, new Object[] {until}, locale);
    }
}
