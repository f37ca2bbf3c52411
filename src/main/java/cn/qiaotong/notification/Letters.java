package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Language;
import cn.qiaotong.web.Site;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes mails. A mail names nobody in full and nothing of a request but its receipt; whoever wants to know more signs in.
 * Its links lead to the inbox of this site's own address and carry no key.
 */
@Component
class Letters {

    private final MessageSource texts;
    private final Wording wording;
    private final Requests requests;
    private final Site site;

    Letters(MessageSource texts, Wording wording, Requests requests, Site site) {
        this.texts = texts;
        this.wording = wording;
        this.requests = requests;
        this.site = site;
    }

    Letter write(Message message, Person to) {
        var request = requests.byId(message.request());
        var language =
                to.language().map(Language::of).orElseGet(() -> Language.of(Locale.forLanguageTag(request.language())));
        var words = wording.of(message, language.locale());
        var receipt = request.receipt();
        return new Letter(
                language.html(),
                receipt + " " + words.title(),
                text("notification.mail.greeting", language, masked(to.name())),
                List.of(text("notification.mail.why", language, receipt), words.what(), words.todo()),
                text("notification.mail.link", language),
                inbox(language),
                List.of(
                        text("notification.mail.reference", language, receipt),
                        text("notification.mail.contact", language),
                        text("notification.mail.never", language),
                        text("notification.mail.no-reply", language)),
                Arrays.stream(Language.values())
                        .filter(other -> other != language)
                        .map(other -> new Letter.Elsewhere(
                                other.html(), text("notification.mail.elsewhere", other, receipt), inbox(other)))
                        .toList());
    }

    private String text(String key, Language language, Object... arguments) {
        return texts.getMessage(key, arguments, language.locale());
    }

    private URI inbox(Language language) {
        return site.at("/inbox?lang=" + language.html());
    }

    /** The first character of a name and nothing of the rest, not even its length. */
    static String masked(String name) {
        var first = name.strip().codePoints().findFirst().orElse('*');
        return (Character.isLetter(first) ? Character.toString(first) : "*") + "**";
    }
}
