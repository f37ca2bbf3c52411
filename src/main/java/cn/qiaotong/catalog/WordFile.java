package cn.qiaotong.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder's words in one language, each with the mark of the Simplified text it was translated from. The mark is a comment
 * line {@code #: 1a2b3c4d} above the key, so that a changed source shows which translations are stale.
 */
record WordFile(Map<String, String> words, Map<String, String> marks) {

    static final String MARK = "#:";

    static WordFile read(String text) {
        var words = new LinkedHashMap<String, String>();
        var marks = new LinkedHashMap<String, String>();
        var mark = "";
        for (var line : text.split("\\R")) {
            if (line.startsWith(MARK)) {
                mark = line.substring(MARK.length()).strip();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                var at = line.indexOf('=');
                var key = at < 0 ? line.strip() : line.substring(0, at).strip();
                words.put(key, at < 0 ? "" : line.substring(at + 1).strip().replace("\\\\", "\\"));
                marks.put(key, mark);
                mark = "";
            }
        }
        return new WordFile(words, marks);
    }

    /** The mark of a source text: the first eight hexadecimal digits of its SHA-256. */
    static String markOf(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
