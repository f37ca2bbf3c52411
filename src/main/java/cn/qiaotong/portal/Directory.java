package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a service warns of, whom it works with, whom to ask about it and how other places deal with the same thing, as far as
 * its folder has rows that say so. Each row is shown with its source or as a demo value, and what has lapsed is shown as lapsed.
 */
@Component
class Directory {

    private final Organisations organisations;
    private final CheckContexts contexts;

    Directory(Organisations organisations, CheckContexts contexts) {
        this.organisations = organisations;
        this.contexts = contexts;
    }

    Entries of(PublicService service, Locale locale) {
        var policy = service.policy(contexts.today());
        return new Entries(
                policy.list("notice").stream()
                        .map(row -> new Notice(said(row, locale), row))
                        .toList(),
                policy.list("pair").stream().map(row -> pair(row, locale)).toList(),
                policy.list("contact").stream().findFirst().map(row -> contact(row, locale)),
                policy.list("place").stream()
                        .sorted(Comparator.comparing(Directory::order))
                        .map(row -> place(row, locale))
                        .toList());
    }

    private Pair pair(PolicyRow row, Locale locale) {
        var branch = new Organisation(text(row, "branch").orElseThrow());
        var place = text(row, "place").orElseThrow().toLowerCase(Locale.ROOT);
        return new Pair(organisations.name(branch, locale), said(row, locale), place, row);
    }

    private static Contact contact(PolicyRow row, Locale locale) {
        return new Contact(said(row, locale), text(row, "phone"), text(row, "email"), text(row, "hours"), row);
    }

    private Place place(PolicyRow row, Locale locale) {
        var lines = said(row, locale)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new Place(
                lines.get(0),
                lines.subList(1, lines.size()),
                validity(day(row, "since"), day(row, "until"), contexts.today()),
                day(row, "since"),
                day(row, "until"),
                day(row, "as_of").orElseThrow(),
                row);
    }

    static Validity validity(Optional<LocalDate> since, Optional<LocalDate> until, LocalDate today) {
        if (since.isEmpty()) {
            return Validity.NONE;
        }
        return until.map(last -> last.isBefore(today) ? Validity.LAPSED : Validity.VALID)
                .orElse(Validity.UNKNOWN);
    }

    private static BigDecimal order(PolicyRow row) {
        return (BigDecimal) value(row, "order").orElse(BigDecimal.ZERO);
    }

    private static String said(PolicyRow row, Locale locale) {
        return row.texts().get(Language.of(locale).html());
    }

    private static Optional<String> text(PolicyRow row, String name) {
        return value(row, name).map(String::valueOf);
    }

    private static Optional<LocalDate> day(PolicyRow row, String name) {
        return value(row, name).map(LocalDate.class::cast);
    }

    private static Optional<Object> value(PolicyRow row, String name) {
        return Optional.ofNullable(((Map<?, ?>) row.value()).get(name));
    }

    /** What a service's folder tells; each part may be empty. */
    record Entries(List<Notice> notices, List<Pair> pairs, Optional<Contact> contact, List<Place> places) {}

    /** What everybody who reads of the service should know. */
    record Notice(String text, PolicyRow row) {}

    /** A branch and the bank that it is paired with; the place stands as in message keys, {@code cn-hk}. */
    record Pair(String branch, String partner, String place, PolicyRow row) {}

    /** Whom to ask about a service. */
    record Contact(
            String name, Optional<String> phone, Optional<String> email, Optional<String> hours, PolicyRow row) {}

    /** One place's own measure and what it asks for, as known on a day. */
    record Place(
            String name,
            List<String> conditions,
            Validity validity,
            Optional<LocalDate> since,
            Optional<LocalDate> until,
            LocalDate asOf,
            PolicyRow row) {

        /** As it stands in message keys: {@code m-h}; empty where the row does not say. */
        public String confidence() {
            return row.confidence().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a place's measure can be relied on today: none found, no end known, ended, or in force. */
    enum Validity {
        NONE,
        UNKNOWN,
        LAPSED,
        VALID;

        /** As it stands in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
