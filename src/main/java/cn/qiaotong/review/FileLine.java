package cn.qiaotong.review;

import cn.qiaotong.document.Document;
import cn.qiaotong.form.Attachment;
import java.time.Instant;
import java.util.Locale;

/** A file of the case: what it was handed in for, or nothing where the answers do not name it any more. */
record FileLine(String label, String name, String type, String size, String href, Instant storedAt) {

    private static final long KILO = 1024;

    static FileLine of(String label, Document document) {
        return new FileLine(
                label,
                document.fileName(),
                type(document),
                size(document.size()),
                "/documents/" + document.id(),
                document.storedAt());
    }

    static Attachment attachment(Document document) {
        return new Attachment(
                document.id().toString(), document.fileName(), size(document.size()), "/documents/" + document.id());
    }

    public boolean current() {
        return !label.isEmpty();
    }

    /** The last part of a media type, or of the name where the media type has a long one. */
    private static String type(Document document) {
        var kind = document.mediaType().substring(document.mediaType().indexOf('/') + 1);
        var name = document.fileName();
        return (kind.length() <= 5 ? kind : name.substring(name.lastIndexOf('.') + 1)).toUpperCase(Locale.ROOT);
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? "%d KB".formatted(Math.max(1, Math.round((double) bytes / KILO)))
                : "%.1f MB".formatted((double) bytes / KILO / KILO);
    }
}
