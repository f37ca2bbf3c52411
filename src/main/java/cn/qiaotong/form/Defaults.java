package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands in a form before anybody typed: its default values, or answers given earlier. */
final class Defaults {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private Defaults() {}

    static Typed of(Form form) {
        var typed = Typed.nothing();
        for (var field : form.fields()) {
            if (field.type() == FieldType.DYNAMICLIST) {
                for (var item = 0; item < field.number("defaultRepetitions").orElse(0); item++) {
                    typed = typed.withItem(field.key());
                }
            } else if (form.isOutsideLists(field)) {
                var texts = field.elements("defaultValue").map(JsonNode::asText).toList();
                var all = texts.isEmpty()
                        ? field.text("defaultValue").map(List::of).orElse(List.of())
                        : texts;
                typed = all.isEmpty() ? typed : typed.with(field.key(), all);
            }
        }
        return typed;
    }

    static Typed of(Form form, Answers answers) {
        var typed = Typed.nothing();
        for (var field : form.fields()) {
            var value = answers.get(field.key());
            if (value.isPresent() && field.type() == FieldType.DYNAMICLIST) {
                typed = withItems(typed, field, (List<?>) value.get());
            } else if (value.isPresent()) {
                typed = typed.with(field.key(), texts(value.get()));
            }
        }
        return typed;
    }

    private static Typed withItems(Typed before, Field list, List<?> items) {
        var typed = before;
        for (var item = 0; item < items.size(); item++) {
            typed = typed.withItem(list.key());
            for (var entry : ((Map<?, ?>) items.get(item)).entrySet()) {
                typed = typed.with("%s.%d.%s".formatted(list.key(), item, entry.getKey()), texts(entry.getValue()));
            }
        }
        return typed;
    }

    private static List<String> texts(Object value) {
        if (value instanceof List<?> list) {
            var texts = new ArrayList<String>();
            list.forEach(each -> texts.addAll(texts(each)));
            return texts;
        } else if (value instanceof BigDecimal number) {
            return List.of(number.toPlainString());
        }
        return List.of(value instanceof LocalDateTime moment ? MOMENT.format(moment) : value.toString());
    }
}
