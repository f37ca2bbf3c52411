package cn.qiaotong.form;

import cn.qiaotong.form.Field.Option;
import java.util.List;

/** A field of a list as the column of a table, in the words of one language. */
public record ListColumn(Field field, String heading, String hint, List<Option> options) {

    public ListColumn {
        options = List.copyOf(options);
    }

    /** What somebody can fill in; computed fields are no columns. */
    static List<ListColumn> of(Field list, Words words) {
        var said = new FieldWords(words);
        return Page.inputs(list.children().stream()).stream()
                .filter(field -> field.type() != FieldType.EXPRESSION)
                .map(field -> new ListColumn(
                        field,
                        said.label(field),
                        said.hint(field),
                        field.options().stream()
                                .map(option -> new Option(option.value(), said.option(field, option)))
                                .toList()))
                .toList();
    }

    public String key() {
        return field.key();
    }

    /** Whether several of its options may be chosen. */
    public boolean several() {
        return field.type().choosesSeveral();
    }

    public boolean withTime() {
        return field.withTime();
    }
}
