package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The properties a designer may add to an element: what each means to us, and which values it takes. */
record FieldProperties(String resource, String where, FieldType type, JsonNode node) {

    private static final Map<String, String> SHAPES = Map.of(
            "autocomplete", "[a-z0-9-]+( [a-z0-9-]+)*",
            "inputmode", "none|text|decimal|numeric|tel|search|email|url",
            "maxSizeMb", "[1-9]\\d{0,2}",
            "maxFiles", "[1-9]\\d?",
            "normalise", "phone|id|spaces|upper",
            "pii", "personal|sensitive",
            "crossCheck", "[a-z][A-Za-z0-9]*",
            "hintKey", "[a-z][a-z0-9_.-]*",
            "masked", "\\d{1,2},\\d{1,2}",
            "tellable", "true");
    private static final Map<String, String> EXAMPLES = Map.of(
            "autocomplete", "for example name or tel",
            "inputmode", "none, text, decimal, numeric, tel, search, email or url",
            "maxSizeMb", "a whole number from 1 to 999",
            "maxFiles", "a whole number from 1 to 99",
            "normalise", "phone, id, spaces or upper",
            "pii", "personal or sensitive",
            "crossCheck", "the name of a rule, for example sharesAddUp",
            "hintKey", "the key of a text",
            "masked", "how many characters stay visible before and after, for example 2,2",
            "tellable", "true or remove it");
    private static final Set<FieldType> FACTS =
            Set.of(FieldType.SELECT, FieldType.RADIO, FieldType.CHECKBOX, FieldType.DATETIME);

    void check() {
        node.path("properties")
                .properties()
                .forEach(entry -> check(entry.getKey(), entry.getValue().asText()));
        engine();
    }

    private void check(String name, String value) {
        if (name.equals("engine")) {
            refuse(!value.equals("true"), "the property engine is `%s`; write true or remove it.".formatted(value));
            return;
        }
        refuse(!type.knows(name), "the property %s is not known here; remove it.".formatted(name));
        if (name.equals("dateMin") || name.equals("dateMax")) {
            refuse(
                    !value.equals("today") && !isDate(value),
                    "the property %s is `%s`; write today or a date, for example 2026-02-26.".formatted(name, value));
        } else if (name.equals("expected")) {
            refuse(
                    !isPattern(value),
                    "the property expected is `%s`; write an RE2 pattern of what is usual.".formatted(value));
        } else {
            refuse(
                    !value.matches(SHAPES.get(name)),
                    "the property %s is `%s`; write %s.".formatted(name, value, EXAMPLES.get(name)));
        }
    }

    private void engine() {
        var properties = node.path("properties");
        if (properties.has("engine")) {
            refuse(
                    !FACTS.contains(type) || node.path("subtype").asText().equals("datetime"),
                    "only a select, radio, checkbox or date may go to the engine; remove the property engine.");
            refuse(properties.has("pii"), "personal data never goes to the engine; remove the property engine.");
        }
    }

    private static boolean isPattern(String value) {
        try {
            return !Pattern.compile(value).pattern().isBlank();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isDate(String value) {
        try {
            return value.equals(LocalDate.parse(value).toString());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void refuse(boolean wrong, String fix) {
        if (wrong) {
            throw new FormInvalid(resource, where, fix);
        }
    }
}
