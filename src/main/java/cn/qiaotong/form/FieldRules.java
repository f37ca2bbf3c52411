package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one element of a form file may say, by its type. */
record FieldRules(String resource, String where, FieldType type, JsonNode node) {

    private static final Set<String> LENGTHS = Set.of("minLength", "maxLength");
    private static final Set<String> LIMITS = Set.of("min", "max");

    void check() {
        node.fieldNames()
                .forEachRemaining(
                        key -> refuse(!type.allows(key), "the key %s is not known; remove it.".formatted(key)));
        refuse(
                node.path("disabled").asBoolean() || node.path("readonly").asBoolean(),
                "a field nobody can type into asks nothing; use an expression or a text.");
        refuse(needsLabel() && label().isEmpty(), "it has no label; give it one.");
        Stream.of("label", "description", "text", "content", "source", "alt").forEach(this::literal);
        node.path("validate").properties().forEach(rule -> rule(rule.getKey(), rule.getValue()));
        conditional();
        ofType();
        new FieldProperties(resource, where, type, node).check();
    }

    private boolean needsLabel() {
        return type.answers() || type == FieldType.BUTTON || type == FieldType.TABLE;
    }

    private String label() {
        return node.path("label").asText(node.path("dateLabel").asText());
    }

    private void literal(String key) {
        var text = node.path(key).asText();
        refuse(
                text.startsWith("=") || text.contains("{{"),
                "the %s is computed; write a text, or use an expression field.".formatted(key));
    }

    private void rule(String rule, JsonNode value) {
        refuse(!type.checks(rule), "the rule validate.%s is not known; remove it.".formatted(rule));
        refuse(
                LENGTHS.contains(rule) && !(value.isInt() && value.asInt() >= 0 && value.asInt() <= 10_000),
                "validate.%s must be a whole number from 0 to 10000; write one.".formatted(rule));
        refuse(LIMITS.contains(rule) && !value.isNumber(), "validate.%s must be a number; write one.".formatted(rule));
        refuse(rule.equals("required") && !value.isBoolean(), "validate.required must be true or false; write one.");
        refuse(
                rule.equals("validationType")
                        && !Set.of("email", "phone", "custom").contains(value.asText()),
                "the validation type %s is not known; use email, phone or custom.".formatted(value.asText()));
        if (rule.equals("pattern")) {
            pattern(value.asText());
        }
    }

    private void pattern(String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            refuse(
                    true,
                    "the pattern %s is not RE2; write one without look-around and back-references.".formatted(pattern));
        }
        refuse(
                node.path("validate").path("patternErrorMessage").asText().isEmpty(),
                "the pattern has no patternErrorMessage; say how to write the answer.");
    }

    private void conditional() {
        var unknown = new HashSet<String>();
        node.path("conditional").fieldNames().forEachRemaining(unknown::add);
        unknown.remove("hide");
        refuse(
                !unknown.isEmpty(),
                "the key conditional.%s is not known; use hide.".formatted(String.join(", ", unknown)));
    }

    private void ofType() {
        switch (type) {
            case RADIO, SELECT, CHECKLIST, TAGLIST -> options();
            case DATETIME ->
                refuse(
                        !List.of("date", "datetime")
                                .contains(node.path("subtype").asText()),
                        "the subtype %s is not known; use date or datetime."
                                .formatted(node.path("subtype").asText()));
            case IMAGE -> image();
            case TEXT -> refuse(node.path("text").asText().isBlank(), "it has no text; write one.");
            case HTML -> refuse(node.path("content").asText().isBlank(), "it has no content; write some.");
            case BUTTON ->
                refuse(
                        !node.path("action").asText("submit").equals("submit"),
                        "the action %s would lose what was typed; use submit."
                                .formatted(node.path("action").asText()));
            case TABLE ->
                refuse(
                        node.path("columns").isEmpty()
                                || node.path("dataSource").asText().isEmpty(),
                        "it has no columns or no dataSource; give it both.");
            case EXPRESSION -> refuse(node.path("expression").asText().isEmpty(), "it has no expression; write one.");
            case DYNAMICLIST -> refuse(node.path("components").isEmpty(), "it has no fields; add one.");
            default -> {}
        }
    }

    private void options() {
        var seen = new HashSet<String>();
        for (var option : node.path("values")) {
            var value = option.path("value").asText();
            refuse(
                    !value.matches("[A-Za-z0-9_-]{1,80}"),
                    "the option value `%s` is not a code; use letters, digits, _ and -.".formatted(value));
            refuse(!seen.add(value), "the option value %s is used twice; give each its own.".formatted(value));
            refuse(
                    option.path("label").asText().isEmpty(),
                    "the option %s has no label; give it one.".formatted(value));
        }
        var given = node.path("valuesKey").asText();
        refuse(seen.isEmpty() && given.isEmpty(), "it has no options; write them into values.");
        refuse(!seen.isEmpty() && !given.isEmpty(), "it has both values and a valuesKey; keep one of them.");
    }

    private void image() {
        var source = node.path("source").asText();
        refuse(node.path("alt").asText().isEmpty(), "the image has no alt; say what it shows.");
        refuse(
                !source.matches("https://[^\\s\"'<>]+|/assets/[A-Za-z0-9_/-]+(\\.[A-Za-z0-9_-]+)+"),
                "the source %s is not safe; use https or a path below /assets/.".formatted(source));
    }

    private void refuse(boolean wrong, String fix) {
        if (wrong) {
            throw new FormInvalid(resource, where, fix);
        }
    }
}
