package cn.qiaotong.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts one element shows, by the keys their translations go by. */
final class FieldTexts {

    private static final List<String> ASPECTS = List.of("description", "text", "content", "alt");

    private FieldTexts() {}

    static Map<String, String> of(Field field) {
        var texts = new LinkedHashMap<String, String>();
        put(texts, field, "label", Optional.of(field.label()));
        ASPECTS.forEach(aspect -> put(texts, field, aspect, field.text(aspect)));
        field.options().forEach(option -> put(texts, field, "option." + option.value(), Optional.of(option.label())));
        put(texts, field, "patternErrorMessage", patternErrorMessage(field));
        put(texts, field, "prefix", field.adorner("prefixAdorner"));
        put(texts, field, "suffix", field.adorner("suffixAdorner"));
        field.elements("columns")
                .forEach(column -> put(
                        texts,
                        field,
                        "column." + column.path("key").asText(),
                        Optional.of(column.path("label").asText())));
        return texts;
    }

    static Optional<String> patternErrorMessage(Field field) {
        return field.rule("patternErrorMessage").map(rule -> rule.asText());
    }

    private static void put(Map<String, String> texts, Field field, String aspect, Optional<String> text) {
        text.filter(each -> !each.isEmpty()).ifPresent(each -> texts.put(field.key() + "." + aspect, each));
    }
}
