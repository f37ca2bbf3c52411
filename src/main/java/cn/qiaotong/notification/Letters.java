package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import cn.qiaotong.interest.Interests;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Language;
import cn.qiaotong.web.Site;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes mails. A mail names nobody in full, no service, and nothing of a request but its receipt; whoever wants to know more
 * signs in. Its links lead to the inbox of this site's own address and carry no key but the one that stops such mails.
 */
@Component
class Letters {

    private final MessageSource texts;
    private final Wording wording;
    private final Requests requests;
    private final Interests interests;
    private final Site site;

    Letters(MessageSource texts, Wording wording, Requests requests, Interests interests, Site site) {
        this.texts = texts;
        this.wording = wording;
        this.requests = requests;
        this.interests = interests;
        this.site = site;
    }

    Letter write(Message message, Person to) {
        var request = message.request().map(requests::byId);
        var language = Recipients.language(to, request);
        var words = wording.of(message, language.locale());
        var receipt = request.map(Request::receipt);
        return new Letter(
                language.html(),
                receipt.map(number -> number + " ").orElse("") + words.title(),
                text("notification.mail.greeting", language, masked(to.name())),
                together(
                        Stream.of(about("why", receipt, language), words.what(), words.todo()),
                        wording.demo(message, language.locale()).stream()),
                text("notification.mail.link", language),
                inbox(language),
                together(
                        receipt.stream().map(number -> text("notification.mail.reference", language, number)),
                        Stream.of("contact", "never", "no-reply")
                                .map(part -> text("notification.mail." + part, language))),
                stop(message, to, language),
                Arrays.stream(Language.values())
                        .filter(other -> other != language)
                        .map(other ->
                                new Letter.Elsewhere(other.html(), about("elsewhere", receipt, other), inbox(other)))
                        .toList());
    }

    private String about(String part, Optional<String> receipt, Language language) {
        return receipt.map(number -> text("notification.mail." + part, language, number))
                .orElseGet(() -> text("notification.mail.service." + part, language));
    }

    /** Whoever is told only because of a draft has nothing to stop but the draft. */
    private Optional<Letter.Stop> stop(Message message, Person to, Language language) {
        return message.request().isPresent()
                ? Optional.empty()
                : interests
                        .find(message.params().service(), to.account())
                        .map(interest -> new Letter.Stop(
                                text("notification.mail.service.stop", language),
                                site.at("/interest/stop/%s?lang=%s".formatted(interest.stopKey(), language.html()))));
    }

    private static List<String> together(Stream<String> first, Stream<String> then) {
        return Stream.concat(first, then).toList();
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
