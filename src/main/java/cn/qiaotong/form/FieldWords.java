package cn.qiaotong.form;

import cn.qiaotong.form.FieldView.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The texts of a field in the language of the page, the form's own where the folder has none. */
record FieldWords(Words words) {

    String label(Field field) {
        return find(field, "label", field.label());
    }

    String hint(Field field) {
        return field.property("hintKey")
                .flatMap(words::find)
                .orElseGet(() -> find(field, "description", field.description()));
    }

    String option(Field field, Field.Option option) {
        return find(field, "option." + option.value(), option.label());
    }

    /** The hours that an option names, in the time zone that was chosen in the field named in {@code zoneOf}. */
    Optional<LocalHours> hours(Form form, Field field, Field.Option option, Function<String, String> chosen) {
        return field.zoneOf().flatMap(form::field).flatMap(zones -> zones.options().stream()
                .filter(zone -> zone.value().equals(chosen.apply(zones.key())))
                .findFirst()
                .flatMap(zone ->
                        LocalHours.of(option.value(), option(field, option), zone.value(), option(zones, zone))));
    }

    /** The words of a pattern's error, which say how to write the answer. */
    Optional<String> error(Field field, String code) {
        return code.equals("pattern")
                ? FieldTexts.patternErrorMessage(field).map(text -> find(field, "patternErrorMessage", text))
                : Optional.empty();
    }

    Content content(Field field, List<?> rows) {
        return new Content(
                html(field),
                field.text("source").orElse(""),
                adorner(field, "prefix"),
                adorner(field, "suffix"),
                field.elements("columns")
                        .map(column -> find(
                                field,
                                "column." + column.path("key").asText(),
                                column.path("label").asText()))
                        .toList(),
                rows.stream().map(row -> cells(field, (Map<?, ?>) row)).toList());
    }

    private String adorner(Field field, String side) {
        return find(field, side, field.adorner(side + "Adorner").orElse(""));
    }

    private static List<Object> cells(Field field, Map<?, ?> row) {
        return field.elements("columns")
                .<Object>map(column -> Optional.<Object>ofNullable(
                                row.get(column.path("key").asText()))
                        .map(Shown::text)
                        .orElse(""))
                .toList();
    }

    private String html(Field field) {
        return switch (field.type()) {
            case TEXT ->
                RichText.markdown(find(field, "text", field.text("text").orElse("")));
            case HTML ->
                RichText.html(find(field, "content", field.text("content").orElse("")));
            case IMAGE -> find(field, "alt", field.text("alt").orElse(""));
            default -> "";
        };
    }

    private String find(Field field, String aspect, String otherwise) {
        return words.find(field.key() + "." + aspect).orElse(otherwise);
    }
}
