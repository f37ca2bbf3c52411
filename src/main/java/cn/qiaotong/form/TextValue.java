package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.function.UnaryOperator;

/** The rules of text: length in characters as people count them, kinds, patterns that take linear time. */
final class TextValue {

    private static final int LINE = 200;
    private static final int LINES = 4_000;
    private static final int LONGEST_READ = 20_000;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>,;:\"]{1,64}@[\\pL\\pN-]{1,63}(\\.[\\pL\\pN-]{1,63})+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");

    private TextValue() {}

    static Reading read(Field field, String name, String typed) {
        var lines = field.type() == FieldType.TEXTAREA;
        var most = limit(field, "maxLength", lines ? LINES : LINE);
        if (typed.length() > LONGEST_READ) {
            return Reading.refused(name, "text.long", most, typed.codePointCount(0, typed.length()));
        }
        var text = normal(field).apply(typed);
        if (text.isEmpty()) {
            return Reading.missing(field, name, "text.required");
        }
        if (Normal.hasControls(text, lines)) {
            return Reading.refused(name, lines ? "text.control" : "line.control");
        }
        return measured(field, name, text, most);
    }

    private static Reading measured(Field field, String name, String text, int most) {
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            return Reading.refused(name, "text.long", most, length);
        }
        var least = limit(field, "minLength", 0);
        return length < least ? Reading.refused(name, "text.short", least, length) : ofKind(field, name, text);
    }

    private static Reading ofKind(Field field, String name, String text) {
        var kind = kind(field);
        if (kind.equals("email") && (text.length() > 254 || !EMAIL.matches(text))) {
            return Reading.refused(name, "email.invalid");
        }
        if (kind.equals("phone") && !PHONE.matches(text)) {
            return Reading.refused(name, "phone.invalid");
        }
        var fits = field.rule("pattern")
                .map(JsonNode::asText)
                .map(pattern -> Pattern.compile(pattern).matcher(text).find());
        return fits.orElse(true) ? Reading.of(text) : Reading.refused(name, "pattern");
    }

    private static UnaryOperator<String> normal(Field field) {
        return switch (field.property("normalise").orElse(kind(field))) {
            case "phone" -> Normal::phone;
            case "id" -> Normal::id;
            case "upper" -> Normal::upper;
            case "spaces" -> Normal::spaces;
            case "email" -> Normal::half;
            default -> Normal::text;
        };
    }

    private static String kind(Field field) {
        return field.rule("validationType").map(JsonNode::asText).orElse("");
    }

    private static int limit(Field field, String rule, int otherwise) {
        return field.rule(rule).map(JsonNode::asInt).orElse(otherwise);
    }
}
