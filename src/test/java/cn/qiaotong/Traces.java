package cn.qiaotong;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a run leaves behind and somebody could read: every column of every table, the log, the mails. */
final class Traces {

    private final JdbcClient jdbc;
    private final List<String> lines;
    private final GreenMail post;

    Traces(JdbcClient jdbc, List<String> lines, GreenMail post) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.post = post;
    }

    List<String> logLines() {
        return lines;
    }

    /** The mails with their headers and both parts decoded. */
    List<String> mails() {
        return Arrays.stream(post.getReceivedMessages()).map(Traces::decoded).toList();
    }

    /** The columns, of whatever table, in which the text can be read. */
    List<String> inTables(String text) {
        return jdbc
                .sql(
                        """
                        select table_schema, table_name, column_name from information_schema.columns
                        where lower(table_schema) = 'public' order by table_name, column_name
                        """)
                .query((row, number) -> List.of(
                        row.getString("table_schema"), row.getString("table_name"), row.getString("column_name")))
                .list()
                .stream()
                .filter(column -> holds(column, text))
                .map(column -> "%s.%s".formatted(column.get(1), column.get(2)).toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private boolean holds(List<String> column, String text) {
        return jdbc.sql("select \"%s\" from \"%s\".\"%s\"".formatted(column.get(2), column.get(0), column.get(1)))
                .query((row, number) -> holds(row, text))
                .list()
                .contains(true);
    }

    private static boolean holds(ResultSet row, String text) throws SQLException {
        if (row.getObject(1) instanceof byte[] || row.getObject(1) instanceof java.sql.Blob) {
            var bytes = new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
            return List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE).stream()
                    .anyMatch(
                            charset -> bytes.contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)));
        }
        var shown = row.getString(1);
        return shown != null && shown.contains(text);
    }

    private static String decoded(MimeMessage mail) {
        try {
            var parts = new StringBuilder(GreenMailUtil.getWholeMessage(mail)).append(mail.getSubject());
            var content = (MimeMultipart) mail.getContent();
            for (int part = 0; part < content.getCount(); part++) {
                parts.append('\n').append(content.getBodyPart(part).getContent());
            }
            return parts.toString();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps every line that the desk, not the mail server beside it, logs from here on, with what was thrown. */
    static final class Log implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var lines = new CopyOnWriteArrayList<String>();
            var appender = new AppenderBase<ILoggingEvent>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (!event.getLoggerName().startsWith("com.icegreen.")) {
                        lines.add(event.getFormattedMessage() + event.getMDCPropertyMap() + thrown(event));
                    }
                }
            };
            var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            appender.setContext(root.getLoggerContext());
            appender.start();
            root.addAppender(appender);
            context.getBeanFactory().registerSingleton("logLines", new Lines(lines));
        }

        private static List<String> thrown(ILoggingEvent event) {
            var messages = new ArrayList<String>();
            for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
                messages.add(at.getClassName() + ": " + at.getMessage());
            }
            return messages;
        }
    }

    /** Starts a mail server and lets the application send there. */
    static final class Mail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var post = new GreenMail(ServerSetup.SMTP.dynamicPort());
            post.start();
            TestPropertyValues.of("spring.mail.port=" + post.getSmtp().getPort())
                    .applyTo(context);
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    post.stop();
                }
            });
            ((BeanDefinitionRegistry) context.getBeanFactory())
                    .registerBeanDefinition(
                            "traces", new RootBeanDefinition(Traces.class, () -> traces(context, post)));
        }

        private static Traces traces(ConfigurableApplicationContext context, GreenMail post) {
            return new Traces(
                    context.getBean(JdbcClient.class),
                    context.getBean(Lines.class).lines(),
                    post);
        }
    }

    /** The lines kept so far. */
    record Lines(List<String> lines) {}
}
