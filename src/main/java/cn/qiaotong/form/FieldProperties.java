package cn.qiaotong.form;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The properties a designer may add to an element: what each means to us, and which values it takes. */
record FieldProperties(String resource, String where, FieldType type, JsonNode node) {

    private static final Map<String, String> SHAPES = Map.ofEntries(
            entry("autocomplete", "[a-z0-9-]+( [a-z0-9-]+)*"),
            entry("inputmode", "none|text|decimal|numeric|tel|search|email|url"),
            entry("maxSizeMb", "[1-9]\\d{0,2}"),
            entry("maxFiles", "[1-9]\\d?"),
            entry("normalise", "phone|id|spaces|upper"),
            entry("pii", "personal|sensitive"),
            entry("crossCheck", "[a-z][A-Za-z0-9]*"),
            entry("hintKey", "[a-z][a-z0-9_.-]*"),
            entry("masked", "\\d{1,2},\\d{1,2}"),
            entry("tellable", "true"),
            entry("evidenceOf", "[a-z][a-z0-9_]*"),
            entry("zoneOf", "[a-z][a-z0-9_]*"),
            entry("minItems", "[1-9]\\d?|1\\d\\d|200"),
            entry("maxItems", "[1-9]\\d?|1\\d\\d|200"));
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            entry("autocomplete", "for example name or tel"),
            entry("inputmode", "none, text, decimal, numeric, tel, search, email or url"),
            entry("maxSizeMb", "a whole number from 1 to 999"),
            entry("maxFiles", "a whole number from 1 to 99"),
            entry("normalise", "phone, id, spaces or upper"),
            entry("pii", "personal or sensitive"),
            entry("crossCheck", "the name of a rule, for example sharesAddUp"),
            entry("hintKey", "the key of a text"),
            entry("masked", "how many characters stay visible before and after, for example 2,2"),
            entry("tellable", "true or remove it"),
            entry("evidenceOf", "the path of a list of this form, whose persons each sign a paper"),
            entry("zoneOf", "the key of the field of this form that gives the time zone"),
            entry("minItems", "a whole number from 1 to 200"),
            entry("maxItems", "a whole number from 1 to 200"));
    private static final Set<FieldType> FACTS =
            Set.of(FieldType.SELECT, FieldType.RADIO, FieldType.CHECKBOX, FieldType.DATETIME);

    void check() {
        node.path("properties")
                .properties()
                .forEach(entry -> check(entry.getKey(), entry.getValue().asText()));
        engine();
        items();
        hours();
    }

    private void hours() {
        refuse(
                node.path("properties").has("zoneOf")
                        && StreamSupport.stream(node.path("values").spliterator(), false)
                                .anyMatch(
                                        option -> !option.path("value").asText().matches(LocalHours.STARTS)),
                "the options of a field with zoneOf are hours in the Mainland; write each as h00 to h22.");
    }

    private void items() {
        var properties = node.path("properties");
        refuse(
                properties.path("minItems").asInt()
                        > properties.path("maxItems").asInt(Typed.MOST_ITEMS),
                "the list must have more items than it takes; lower minItems or raise maxItems.");
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
