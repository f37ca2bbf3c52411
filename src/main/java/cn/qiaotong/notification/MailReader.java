package cn.qiaotong.notification;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.Site;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Sends the mails, where a mail server is named. A mail that is sent twice has the same Message-ID both times. */
@Component
@Order(2)
@ConditionalOnProperty("spring.mail.host")
class MailReader implements OutboxReader {

    static final String NAME = "mail";

    private final Outbox outbox;
    private final People people;
    private final Letters letters;
    private final ITemplateEngine templates;
    private final JavaMailSender sender;
    private final Site site;
    private final String from;

    MailReader(
            Outbox outbox,
            People people,
            Letters letters,
            ITemplateEngine templates,
            JavaMailSender sender,
            Site site,
            @Value("${qiaotong.mail.from:}") String from) {
        this.outbox = outbox;
        this.people = people;
        this.letters = letters;
        this.templates = templates;
        this.sender = sender;
        this.site = site;
        this.from = from.isBlank() ? "no-reply@" + site.url().getHost() : from;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void read(Delivery delivery) {
        var person = people.byAccount(delivery.account().orElseThrow(NoSuchElementException::new));
        if (person.email().isEmpty()) {
            return;
        }
        try {
            sender.send(mime(delivery, letters.write(outbox.find(delivery.message()), person), person));
        } catch (MessagingException invalid) {
            throw new IllegalArgumentException("No mail can be made of delivery " + delivery.id(), invalid);
        } catch (MailException refused) {
            throw isServerDown(refused) ? new Unreachable(refused) : refused;
        }
    }

    /** No connection at all, or none that we may use; what is said of one message has no cause of its own. */
    private static boolean isServerDown(MailException refused) {
        return refused instanceof MailAuthenticationException
                || refused instanceof MailSendException && refused.getCause() != null;
    }

    private MimeMessage mime(Delivery delivery, Letter letter, Person to) throws MessagingException {
        var message = sender.createMimeMessage();
        message.setFrom(new InternetAddress(from, true));
        message.setRecipient(RecipientType.TO, new InternetAddress(to.email().orElseThrow(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), "UTF-8");
        message.setHeader(
                "Message-ID",
                "<%s@%s>".formatted(delivery.dedupKey(), site.url().getHost()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.plain(), "text/plain; charset=UTF-8"));
        parts.addBodyPart(part(html(letter), "text/html; charset=UTF-8"));
        message.setContent(parts);
        return message;
    }

    private String html(Letter letter) {
        return templates.process(
                "notification/mail", new Context(Locale.forLanguageTag(letter.language()), Map.of("letter", letter)));
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content, type);
        return part;
    }
}
