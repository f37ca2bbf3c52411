package cn.qiaotong.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.qiaotong.document.Rejected.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is by its content: its media type, or why it is not taken. The name it came with is not asked. Its signature
 * must be its first bytes, because a file that begins as one thing and goes on as another is read differently by each
 * program.
 */
record Recognition(Optional<String> mediaType, Optional<Reason> refused) {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt[\\s<]");
    private static final int PDF_END_WITHIN = 1024;

    static Recognition of(byte[] content) {
        if (content.length == 0) {
            return refused(Reason.EMPTY);
        }
        var text = new String(content, ISO_8859_1);
        if (isHeic(text)) {
            return refused(Reason.HEIC);
        }
        return signature(text)
                .filter(type -> type.equals(detected(content)))
                .map(type -> isEncrypted(type, text) ? refused(Reason.PASSWORD) : as(type))
                .orElseGet(() -> refused(Reason.WRONG_TYPE));
    }

    private static Optional<String> signature(String text) {
        if (text.startsWith("%PDF-") && text.lastIndexOf("%%EOF") >= text.length() - PDF_END_WITHIN) {
            return Optional.of("application/pdf").filter(type -> text.contains("%%EOF"));
        }
        if (text.startsWith("\u00ff\u00d8\u00ff") && text.indexOf("\u00ff\u00d9") > 0) {
            return Optional.of("image/jpeg");
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR") && text.indexOf("IEND\u00ae\u0042\u0060\u0082") > 0) {
            return Optional.of("image/png");
        }
        return Optional.empty();
    }

    private static boolean isEncrypted(String type, String text) {
        return type.equals("application/pdf") && ENCRYPTED.matcher(text).find();
    }

    private static boolean isHeic(String text) {
        return text.length() >= 12 && text.startsWith("ftyp", 4) && HEIC_BRANDS.contains(text.substring(8, 12));
    }

    private static String detected(byte[] content) {
        try (var in = new ByteArrayInputStream(content)) {
            return TYPES.detect(in, new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recognition as(String type) {
        return new Recognition(Optional.of(type), Optional.empty());
    }

    private static Recognition refused(Reason reason) {
        return new Recognition(Optional.empty(), Optional.of(reason));
    }
}
