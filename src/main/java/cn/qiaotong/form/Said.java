package cn.qiaotong.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody said in a form, valid or not, as a person reads it: to be given back where it could not be taken. */
public final class Said {

    private Said() {}

    /** By label, in the order of the form; files and what was left empty are not among it. */
    public static Map<String, String> in(Form form, Typed typed, Words words) {
        var said = new LinkedHashMap<String, String>();
        form.fields().stream()
                .filter(field -> field.type() != FieldType.FILEPICKER)
                .filter(field -> !typed.first(field.key()).isBlank())
                .forEach(field ->
                        said.put(words.find(field.key() + ".label").orElse(field.key()), text(field, typed, words)));
        return said;
    }

    private static String text(Field field, Typed typed, Words words) {
        return typed.all(field.key()).stream()
                .map(value ->
                        words.find("%s.option.%s".formatted(field.key(), value)).orElse(value))
                .collect(Collectors.joining("\n"));
    }
}
