package cn.qiaotong.job;

import cn.qiaotong.job.Unreadable.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The gate before the reader of workbooks: unpacks within bounds, refuses macros, links to elsewhere and XML that declares
 * anything, and packs anew what it has looked at, so that the reader sees nothing else whatever the archive's lists say.
 */
final class XlsxGate {

    private static final int MOST_UNPACKED = 16 * 1024 * 1024;
    private static final int SMALL = 1024 * 1024;
    private static final int MOST_RATIO = 200;
    private static final int MOST_PARTS = 200;
    private static final Pattern MACROS =
            Pattern.compile("vbaproject|vbadata|macrosheets/|dialogsheets/|activex/|macroenabled|ms-office\\.vba");
    private static final Pattern LINKS =
            Pattern.compile("externallinks/|connections\\.xml|querytables/|embeddings/|ddelink|xmlmaps|webextensions/");
    private static final Pattern OUTSIDE =
            Pattern.compile("<Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[^>]*>");
    /** A cell beyond column ZZ, which a reader would fill the whole row up to. */
    private static final Pattern FAR = Pattern.compile("\\br\\s*=\\s*[\"'][A-Z]{3}\\d");

    private static final Pattern ENCODING =
            Pattern.compile("\\A\\uFEFF?<\\?xml[^>]*encoding\\s*=\\s*[\"'](?!utf-8[\"'])", Pattern.CASE_INSENSITIVE);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private XlsxGate() {}

    static byte[] clean(byte[] packed) {
        var gate = new XlsxGate();
        try {
            gate.unpack(packed);
            gate.inspect();
            return gate.pack();
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusing(Reason.KIND);
        }
    }

    private void unpack(byte[] packed) throws IOException {
        var unpacked = 0;
        try (var zip = ZipFile.builder().setByteArray(packed).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                var content = content(zip, entry, MOST_UNPACKED - unpacked + 1);
                unpacked += content.length;
                refuse(unpacked > MOST_UNPACKED || parts.size() >= MOST_PARTS, Reason.BIG);
                refuse(unpacked > SMALL && unpacked / packed.length > MOST_RATIO, Reason.BIG);
                refuse(parts.put(entry.getName(), content) != null, Reason.KIND);
            }
        }
    }

    private static byte[] content(ZipFile zip, ZipArchiveEntry entry, int most) throws IOException {
        try (var content = zip.getInputStream(entry)) {
            return content.readNBytes(most);
        }
    }

    private void inspect() {
        parts.forEach((name, content) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            refuse(MACROS.matcher(lower).find(), Reason.MACROS);
            refuse(LINKS.matcher(lower).find(), Reason.LINKS);
            if (lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml")) {
                inspect(lower, new String(content, StandardCharsets.UTF_8));
            }
        });
        refuse(!parts.containsKey("xl/workbook.xml"), Reason.KIND);
    }

    private static void inspect(String name, String xml) {
        refuse(xml.indexOf('\0') >= 0 || ENCODING.matcher(xml).find(), Reason.KIND);
        refuse(xml.contains("<!DOCTYPE") || xml.contains("<!ENTITY"), Reason.KIND);
        refuse(
                name.equals("[content_types].xml")
                        && MACROS.matcher(xml.toLowerCase(Locale.ROOT)).find(),
                Reason.MACROS);
        refuse(name.startsWith("xl/worksheets/") && FAR.matcher(xml).find(), Reason.BIG);
        if (name.endsWith(".rels")) {
            refuse(OUTSIDE.matcher(xml).results().anyMatch(link -> !link.group().contains("/hyperlink")), Reason.LINKS);
        }
    }

    private byte[] pack() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    private static void refuse(boolean wrong, Reason reason) {
        if (wrong) {
            throw new Refusing(reason);
        }
    }
}
