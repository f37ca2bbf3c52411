package cn.qiaotong;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/**
 * The page /demo/mail, which shows every letter sent in the demo, so that a person who registers can open the letter. It
 * carries no Spring stereotype on purpose: only the demo adds it.
 */
class DemoMail {

    static final Path FOLDER = Path.of(".demo/mail");

    private static final Pattern LINK = Pattern.compile("https?://[^\\s&<]+(?:&amp;[^\\s&<]+)*");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain demoMailIsForEveryone(HttpSecurity http) throws Exception {
        return http.securityMatcher("/demo/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> demoMailPage() {
        return RouterFunctions.route()
                .GET("/demo/mail", request -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .body(page(letters())))
                .build();
    }

    /** Keeps the letters that a mail server holds, one file each. */
    static void keep(MailServer server) {
        server.onMessage(message -> {
            try {
                Files.createDirectories(FOLDER);
                var file = Files.createTempFile(FOLDER, System.currentTimeMillis() + "-", ".eml");
                try (var out = Files.newOutputStream(file)) {
                    message.writeTo(out);
                }
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static List<Path> letters() {
        if (Files.notExists(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.sorted(Comparator.reverseOrder()).limit(50).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String page(List<Path> letters) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Demo mail</title></head>
                <body>
                <main>
                <h1>Demo mail</h1>
                <p>Every letter the demo sent, the newest first. Reload to look again.</p>
                %s
                </main>
                </body>
                </html>
                """
                .formatted(letters.stream().map(DemoMail::article).collect(Collectors.joining("\n")));
    }

    private static String article(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            var letter = MailText.of(message);
            var text = HtmlUtils.htmlEscape(letter.plain(), "UTF-8");
            return "<article><h2>%s</h2><p>%s</p><pre>%s</pre></article>"
                    .formatted(
                            HtmlUtils.htmlEscape(String.valueOf(letter.subject()), "UTF-8"),
                            HtmlUtils.htmlEscape(message.getAllRecipients()[0].toString(), "UTF-8"),
                            LINK.matcher(text).replaceAll("<a href=\"$0\">$0</a>"));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
