package cn.qiaotong.catalog;

import cn.qiaotong.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules of a folder's words: every needed key there, in every language, not stale, the same in form and words, none
 * unused.
 */
final class TextLint {

    static final String BASE = "messages.properties";
    static final List<String> TRANSLATIONS = List.of("messages_zh_HK.properties", "messages_en.properties");

    private final ServiceFolder folder;
    private final List<Problem> problems = new ArrayList<>();

    private final Map<String, Form> forms;

    TextLint(ServiceFolder folder, Map<String, Form> forms) {
        this.folder = folder;
        this.forms = forms;
    }

    List<Problem> check(Set<String> needed) {
        var source = WordFile.read(folder.text(BASE).orElse("")).words();
        var labels = new TreeMap<String, String>();
        forms.forEach((name, form) -> form.texts().forEach((key, label) -> {
            labels.put(key, label);
            sameAsForm(name + ".form", key, label, source);
        }));
        for (var key : needed) {
            if (!source.containsKey(key)) {
                problems.add(new Problem(BASE, key, "add the Simplified text"));
            }
        }
        for (var key : source.keySet()) {
            if (!needed.contains(key) && !labels.containsKey(key)) {
                problems.add(new Problem(BASE, key, "remove it: nothing in this folder uses it"));
            }
        }
        TRANSLATIONS.forEach(file -> translation(file, source));
        return problems;
    }

    private void sameAsForm(String file, String key, String label, Map<String, String> source) {
        if (!source.containsKey(key)) {
            problems.add(new Problem(BASE, key, "add the Simplified text; %s says “%s”".formatted(file, label)));
        } else if (!source.get(key).equals(label)) {
            problems.add(new Problem(
                    file, key, "make it the same as in %s: “%s”, not “%s”".formatted(BASE, source.get(key), label)));
        }
    }

    private void translation(String file, Map<String, String> source) {
        var translated = WordFile.read(folder.text(file).orElse(""));
        source.forEach((key, text) -> {
            var mark = WordFile.markOf(text);
            if (!translated.words().containsKey(key)) {
                problems.add(new Problem(
                        file,
                        key,
                        "translate “%s” and write the line %s %s above it".formatted(text, WordFile.MARK, mark)));
            } else if (!mark.equals(translated.marks().get(key))) {
                problems.add(new Problem(
                        file,
                        key,
                        "the Simplified text is now “%s”: check the translation and write the line %s %s above it"
                                .formatted(text, WordFile.MARK, mark)));
            }
        });
        for (var key : translated.words().keySet()) {
            if (!source.containsKey(key)) {
                problems.add(new Problem(file, key, "remove it: %s does not have it".formatted(BASE)));
            }
        }
    }
}
