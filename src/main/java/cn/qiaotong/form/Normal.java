package cn.qiaotong.form;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as people mean it: composed, without stray space around it, and half-width where a machine reads it. */
final class Normal {

    private static final Pattern EDGES = Pattern.compile("\\A[\\s\\p{Z}\\u200B\\uFEFF]+|[\\s\\p{Z}\\u200B\\uFEFF]+\\z");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Normal() {}

    static String text(String typed) {
        var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return EDGES.matcher(composed.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    }

    /** Full-width digits, letters and signs as half-width ones, and every space as a plain one. */
    static String half(String typed) {
        var half = text(typed)
                .codePoints()
                .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return SPACE.matcher(half.replace('\u2212', '-')).replaceAll(" ");
    }

    static String phone(String typed) {
        var digits = half(typed).replaceAll("[ ()./-]", "");
        return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    }

    static String id(String typed) {
        return half(typed).replaceAll("[ ()-]", "").toUpperCase(Locale.ROOT);
    }

    static String upper(String typed) {
        return half(typed).toUpperCase(Locale.ROOT);
    }

    static String spaces(String typed) {
        return SPACE.matcher(text(typed)).replaceAll("");
    }

    /** Whether it holds a character that shows nothing or turns the text around; line breaks only where lines are. */
    static boolean hasControls(String text, boolean lines) {
        return text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && !(lines && (c == '\n' || c == '\t')))
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2066 && c <= 0x2069)
                        || c == 0xFFFE
                        || c == 0xFFFF);
    }
}
