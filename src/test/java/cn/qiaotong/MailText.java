package cn.qiaotong;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Pattern;

/** A letter as its reader sees it: the subject, the plain text and the page. */
record MailText(String subject, String plain, String html) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static MailText of(MimeMessage message) {
        try {
            return new MailText(message.getSubject(), find(message, "text/plain"), find(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    String firstLink() {
        return LINK.matcher(plain)
                .results()
                .findFirst()
                .map(java.util.regex.MatchResult::group)
                .orElseThrow();
    }
}
