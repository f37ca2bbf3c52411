package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the outbox first: a line for everybody who is to be told, and with it the mail that points there, if mail is sent. */
@Component
@Order(1)
class InboxReader implements OutboxReader {

    private final Outbox outbox;
    private final Recipients recipients;
    private final Requests requests;
    private final LegalText legalText;
    private final Notices notices;
    private final Deliveries deliveries;
    private final ObjectProvider<MailReader> mail;
    private final TransactionOperations transaction;

    InboxReader(
            Outbox outbox,
            Recipients recipients,
            Requests requests,
            LegalText legalText,
            Notices notices,
            Deliveries deliveries,
            ObjectProvider<MailReader> mail,
            TransactionOperations transaction) {
        this.outbox = outbox;
        this.recipients = recipients;
        this.requests = requests;
        this.legalText = legalText;
        this.notices = notices;
        this.deliveries = deliveries;
        this.mail = mail;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public void read(Delivery delivery) {
        var message = outbox.find(delivery.message());
        var told = recipients.of(message).stream()
                .collect(
                        Collectors.toMap(person -> person, person -> legalText.of(message, language(person, message))));
        transaction.executeWithoutResult(status -> told.forEach((person, sent) -> tell(message, person, sent)));
    }

    private void tell(Message message, Person person, Optional<Notice.Sent> sent) {
        if (notices.has(message, person.account())) {
            return;
        }
        notices.insert(message, person.account(), sent);
        if (mail.getIfAvailable() != null) {
            deliveries.add(MailReader.NAME, message, Optional.of(person.account()));
        }
    }

    private Language language(Person person, Message message) {
        return Recipients.language(person, message.request().map(requests::byId));
    }
}
