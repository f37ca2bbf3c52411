package cn.qiaotong.document;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file's name as its owner wrote it, in its own script, without what could mislead a reader or a file system: folders,
 * control characters, marks that turn the direction of writing, characters that file systems reserve.
 */
final class FileName {

    private static final int LONGEST = 200;
    private static final String RESERVED = "<>:\"|?*";
    private static final Map<String, String> ENDINGS =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private FileName() {}

    static String clean(String written) {
        var name = written.substring(Math.max(written.lastIndexOf('/'), written.lastIndexOf('\\')) + 1);
        var visible = name.codePoints()
                .filter(FileName::isVisible)
                .map(point -> RESERVED.indexOf(point) < 0 ? point : '_')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        var bare = visible.strip()
                .replaceFirst("^\\.+", "")
                .replaceFirst("[. ]+$", "")
                .strip();
        return bare.isEmpty() ? "document" : shortened(bare);
    }

    /** The name under which a browser saves it: one that ends as its content is. */
    static String saved(Document document) {
        var ending = ENDINGS.get(document.mediaType());
        var lower = document.fileName().toLowerCase(Locale.ROOT);
        var fits = lower.endsWith(ending) || ending.equals(".jpg") && lower.endsWith(".jpeg");
        return fits ? document.fileName() : document.fileName() + ending;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            case Character.FORMAT -> point == 0x200C || point == 0x200D;
            default -> true;
        };
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        var kept = name.offsetByCodePoints(0, LONGEST - ending.codePointCount(0, ending.length()));
        return name.substring(0, kept) + ending;
    }
}
