package cn.qiaotong.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One element of a form as a fragment shows it: texts in the page's language, what was typed, and what is wrong with it. */
public record FieldView(
        Field field,
        String name,
        String label,
        String hint,
        List<String> values,
        Optional<ErrorView> error,
        List<Choice> options,
        List<FieldView> children,
        List<Item> items,
        Content content,
        List<Attachment> attachments,
        Optional<ListRows.Replaced> replaced) {

    public String fragment() {
        return field.type().fragment();
    }

    /** The id of its first control. */
    public String id() {
        return id(name);
    }

    public String value() {
        return values.stream().findFirst().orElse("");
    }

    /** Whether the page says that it may be left empty. */
    public boolean optional() {
        return !field.required();
    }

    public boolean failed() {
        return error.isPresent();
    }

    public boolean hinted() {
        return !hint.isEmpty() || !example().isEmpty();
    }

    /** The key of the example that a date's hint ends with. */
    public String example() {
        return field.type() == FieldType.DATETIME ? field.withTime() ? "form.hint.moment" : "form.hint.date" : "";
    }

    /** Whether a list takes one more item. */
    public boolean room() {
        return field.grows() && items.size() < field.maxItems();
    }

    /** The ids that describe the control, null when there are none. */
    public String describedBy() {
        var ids = Stream.of(hinted() ? id() + "-hint" : "", failed() ? id() + "-error" : "")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public String autocomplete() {
        return field.property("autocomplete").orElse(null);
    }

    /** The keyboard a phone shows, null for the usual one. */
    public String inputmode() {
        return field.property("inputmode")
                .orElse(
                        switch (field.type()) {
                            case NUMBER -> field.number("decimalDigits").orElse(1) == 0 ? "numeric" : "decimal";
                            case DATETIME -> "numeric";
                            default ->
                                field.rule("validationType")
                                        .map(rule -> rule.asText().equals("phone") ? "tel" : "email")
                                        .orElse(null);
                        });
    }

    public String inputType() {
        var kind = field.rule("validationType").map(rule -> rule.asText()).orElse("");
        return kind.equals("phone") ? "tel" : kind.equals("email") ? "email" : "text";
    }

    static String id(String name) {
        return name.replace('.', '-');
    }

    /** An option with whether it is chosen; the first one carries the field's id, so that an error leads to it. */
    public record Choice(String id, String value, String label, Optional<LocalHours> hours, boolean chosen) {}

    /** An item of a list, numbered from one. */
    public record Item(String name, int number, List<FieldView> fields) {

        public String id() {
            return FieldView.id(name);
        }
    }

    /** What a piece without an answer shows. */
    public record Content(
            String html, String source, String prefix, String suffix, List<String> columns, List<List<Object>> rows) {}
}
