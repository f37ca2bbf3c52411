package cn.qiaotong.form;

import java.util.List;
import java.util.Set;

/** The rules of choices: only what was offered, and files by the ids they were stored under. */
final class ChoiceValue {

    /** What a browser sends for a tick. */
    private static final Set<String> TICKED = Set.of("true", "on");

    private ChoiceValue() {}

    static Reading checkbox(Field field, String name, String typed) {
        var ticked = TICKED.contains(typed);
        if (!ticked && !typed.isEmpty() && !typed.equals("false")) {
            return Reading.refused(name, "choice.unknown");
        }
        return ticked || !field.required() ? Reading.of(ticked) : Reading.refused(name, "checkbox.required");
    }

    static Reading one(Field field, String name, String typed) {
        if (typed.isEmpty()) {
            return Reading.missing(field, name, "choice.required");
        }
        return offers(field, typed) ? Reading.of(typed) : Reading.refused(name, "choice.unknown");
    }

    static Reading several(Field field, String name, List<String> typed) {
        var chosen = typed.stream().filter(each -> !each.isEmpty()).distinct().toList();
        if (chosen.isEmpty()) {
            return Reading.missing(field, name, "choices.required");
        }
        return chosen.stream().allMatch(each -> offers(field, each))
                ? Reading.of(chosen)
                : Reading.refused(name, "choice.unknown");
    }

    static Reading files(Field field, String name, List<String> typed) {
        var files = typed.stream().filter(each -> !each.isEmpty()).distinct().toList();
        if (files.isEmpty()) {
            return Reading.missing(field, name, "upload.none");
        }
        return files.size() > field.maxFiles()
                ? Reading.refused(name, "upload.many", field.maxFiles())
                : Reading.of(files);
    }

    private static boolean offers(Field field, String value) {
        return field.options().stream().anyMatch(option -> option.value().equals(value));
    }
}
