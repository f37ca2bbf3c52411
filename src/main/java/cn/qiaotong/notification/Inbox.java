package cn.qiaotong.notification;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.notification.InboxPage.Position;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the desk has told a person, put into words when it is read and in the language of the page. */
@Component
class Inbox {

    private static final int ROWS = 50;

    private final Notices notices;
    private final Requests requests;
    private final PublicServices services;
    private final Waits waits;
    private final Wording wording;

    Inbox(Notices notices, Requests requests, PublicServices services, Waits waits, Wording wording) {
        this.notices = notices;
        this.requests = requests;
        this.services = services;
        this.waits = waits;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    public InboxPage of(Person person, boolean unreadOnly, Optional<Position> after, Locale locale) {
        var found = notices.of(person.account(), unreadOnly, after, ROWS + 1);
        return new InboxPage(
                found.stream().limit(ROWS).map(notice -> line(notice, locale)).toList(),
                found.size() > ROWS ? Optional.of(Position.after(found.get(ROWS - 1))) : Optional.empty());
    }

    long unread(Person person) {
        return notices.unread(person.account());
    }

    @Transactional
    public void read(UUID id, Person person) {
        if (!notices.markRead(id, person.account())) {
            throw new NotFound();
        }
    }

    private InboxLine line(Notice notice, Locale locale) {
        return notice.request()
                .map(id -> line(notice, requests.byId(id), locale))
                .orElseGet(() -> ofService(notice, locale));
    }

    private InboxLine ofService(Notice notice, Locale locale) {
        var service = notice.params().service();
        return new InboxLine(
                notice.id(),
                notice.readAt().isEmpty(),
                notice.createdAt(),
                services.title(service, locale),
                "",
                wording.ofService(notice.occasion(), notice.params(), locale),
                "/services/" + service,
                Optional.empty());
    }

    private InboxLine line(Notice notice, Request request, Locale locale) {
        return new InboxLine(
                notice.id(),
                notice.readAt().isEmpty(),
                notice.createdAt(),
                services.find(request.service())
                        .map(service -> service.words(locale).title())
                        .orElse(request.service()),
                request.receipt(),
                wording.of(notice.occasion(), request, notice.params(), locale),
                link(notice, request),
                notice.sent()
                        .map(sent -> new InboxLine.Kept(
                                sent.language(), sent.text().lines().toList())));
    }

    private String link(Notice notice, Request request) {
        return notice.occasion().toApplicant()
                ? "/requests/" + request.publicId()
                : waits.of(request).stream()
                        .filter(wait -> notice.params()
                                .id("wait")
                                .filter(wait.id()::equals)
                                .isPresent())
                        .findFirst()
                        .map(Wait::element)
                        .map(element -> "/review/%s/%s".formatted(request.publicId(), element))
                        .orElse("/review");
    }
}
