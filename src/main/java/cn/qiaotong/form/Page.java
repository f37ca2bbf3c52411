package cn.qiaotong.form;

import java.util.List;
import java.util.stream.Stream;

/** A top-level group of a form: one page of the wizard, its label the heading. A form without groups is one page. */
public record Page(String key, String label, List<Field> content) {

    public Page {
        content = List.copyOf(content);
    }

    /** The fields with an answer, outermost first, lists before what is in their items. */
    public List<Field> fields() {
        return inputs(content.stream());
    }

    static List<Field> inputs(Stream<Field> content) {
        return content.flatMap(Field::tree)
                .filter(field -> field.type().answers())
                .toList();
    }
}
