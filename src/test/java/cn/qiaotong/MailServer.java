package cn.qiaotong;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A mail server on loopback that keeps what it is sent, so that a letter can be read without a mailbox. */
final class MailServer implements AutoCloseable {

    private final GreenMail server;
    private final int port;

    private MailServer(GreenMail server, int port) {
        this.server = server;
        this.port = port;
    }

    static MailServer start(int port) {
        Ports.require(port, "the demo's mail");
        var server = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailServer(server, port);
    }

    int port() {
        return port;
    }

    /** Hands every message that arrives from now on to someone. */
    void onMessage(Consumer<MimeMessage> reader) {
        var users = server.getUserManager();
        var usual = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((message, address) -> {
            reader.accept(message.getMessage());
            return usual.handle(message, address);
        });
    }

    List<MimeMessage> messages() {
        return List.of(server.getReceivedMessages());
    }

    /** The last message to an address, waited for. */
    MimeMessage awaitTo(String address) {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            var found = to(address);
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            server.waitForIncomingEmail(250, messages().size() + 1);
        }
        throw new AssertionError("no mail to " + address);
    }

    List<MimeMessage> to(String address) {
        var found = new ArrayList<MimeMessage>();
        for (var message : messages()) {
            if (isTo(message, address)) {
                found.add(message);
            }
        }
        return found;
    }

    private static boolean isTo(Message message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
