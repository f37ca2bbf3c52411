package cn.qiaotong.notification;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PolicyStatus;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.mark.DemoMarks;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Dates;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
    private final PublicServices services;
    private final DemoMarks marks;
    private final Dates dates;
    private final Organisations organisations;

    Wording(
            MessageSource texts,
            Requests requests,
            Waits waits,
            PublicServices services,
            DemoMarks marks,
            Dates dates,
            Organisations organisations) {
        this.texts = texts;
        this.requests = requests;
        this.waits = waits;
        this.services = services;
        this.marks = marks;
        this.dates = dates;
        this.organisations = organisations;
    }

    Words of(Occasion occasion, Request request, Params params, Locale locale) {
        var arguments = new Object[] {
            request.receipt(),
            due(request, params, occasion, locale),
            params.get("percent").orElse(""),
            params.get("organisation")
                    .map(Organisation::new)
                    .map(answering -> organisations.name(answering, locale))
                    .orElse("")
        };
        return new Words(
                text(occasion, "title", arguments, locale),
                text(occasion, "what", arguments, locale),
                text(occasion, "todo", arguments, locale));
    }

    Words of(Message message, Locale locale) {
        return message.request()
                .map(id -> of(message.occasion(), requests.byId(id), message.params(), locale))
                .orElseGet(() -> ofService(message.occasion(), message.params(), locale));
    }

    /** A notice about a service: what it is called and does from which day on is said where it is read, and not in a mail. */
    Words ofService(Occasion occasion, Params params, Locale locale) {
        var from = LocalDate.parse(params.get("from").orElseThrow());
        var arguments = new Object[] {dates.date(from, locale), status(params.service(), from, locale)};
        return new Words(
                text(occasion, "title", arguments, locale),
                text(occasion, "what", arguments, locale),
                text(occasion, "todo", arguments, locale));
    }

    /** The line that says so where an outcome would rest on demo values. */
    List<String> demo(Message message, Locale locale) {
        var marked = message.request()
                .map(id -> marks.request(requests.byId(id)))
                .orElseGet(() -> marks.service(message.params().service()));
        return marked ? List.of(texts.getMessage("notification.demo", null, locale)) : List.of();
    }

    private String status(String service, LocalDate day, Locale locale) {
        var status = services.find(service).map(found -> found.status(day)).orElse(PolicyStatus.CLOSED);
        return texts.getMessage(
                "portal.status." + status.name().toLowerCase(Locale.ROOT).replace('_', '-'), null, locale);
    }

    private String text(Occasion occasion, String part, Object[] arguments, Locale locale) {
        return texts.getMessage("notification.notice.%s.%s".formatted(occasion.code(), part), arguments, locale);
    }

    /** The last day on which an answer is in time. */
    private String due(Request request, Params params, Occasion occasion, Locale locale) {
        return params.get("until")
                .map(Instant::parse)
                .or(() -> wait(request, params, occasion).flatMap(Wait::due))
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
