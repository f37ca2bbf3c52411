package cn.qiaotong;

import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The way of letters to the demo's mail server. While the past is being made they go nowhere: their readers have had them,
 * and the inboxes hold the same. It carries no Spring stereotype on purpose: only the demo adds it.
 */
class DemoPost extends JavaMailSenderImpl {

    private final MutableClock clock;

    DemoPost(
            MutableClock clock,
            @Value("${spring.mail.host}") String host,
            @Value("${spring.mail.port}") int port,
            @Value("${spring.mail.default-encoding}") String encoding) {
        this.clock = clock;
        setHost(host);
        setPort(port);
        setDefaultEncoding(encoding);
    }

    @Override
    protected void doSend(MimeMessage[] messages, Object[] originals) {
        if (!clock.isStopped()) {
            super.doSend(messages, originals);
        }
    }
}
