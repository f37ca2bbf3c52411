package cn.qiaotong.notification;

import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Dates;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a notice into words of a language: receipt and dates, and nothing that anybody wrote. */
@Component
class Wording {

    private final MessageSource texts;
    private final Requests requests;
    private final Waits waits;
    private final Dates dates;

    Wording(MessageSource texts, Requests requests, Waits waits, Dates dates) {
        this.texts = texts;
        this.requests = requests;
        this.waits = waits;
        this.dates = dates;
    }

    Words of(Occasion occasion, Request request, Params params, Locale locale) {
        var arguments = new Object[] {
            request.receipt(),
            due(request, params, occasion, locale),
            params.get("percent").orElse("")
        };
        return new Words(
                text(occasion, "title", arguments, locale),
                text(occasion, "what", arguments, locale),
                text(occasion, "todo", arguments, locale));
    }

    Words of(Message message, Locale locale) {
        return of(message.occasion(), requests.byId(message.request()), message.params(), locale);
    }

    private String text(Occasion occasion, String part, Object[] arguments, Locale locale) {
        return texts.getMessage("notification.notice.%s.%s".formatted(occasion.code(), part), arguments, locale);
    }

    /** The last day on which an answer is in time. */
    private String due(Request request, Params params, Occasion occasion, Locale locale) {
        return wait(request, params, occasion)
                .flatMap(Wait::due)
                .map(end -> dates.day(end.minus(Duration.ofSeconds(1)), locale))
                .orElseGet(() -> texts.getMessage("notification.undated", null, locale));
    }

    private Optional<Wait> wait(Request request, Params params, Occasion occasion) {
        return waits.of(request).stream()
                .filter(wait -> occasion == Occasion.SUPPLEMENT_ASKED
                        ? wait.isOpen() && wait.isForApplicant()
                        : params.id("wait").filter(wait.id()::equals).isPresent())
                .findFirst();
    }

    /** What a notice says: what it is, what happened, and what to do until when. */
    record Words(String title, String what, String todo) {}
}
