package cn.qiaotong.catalog;

import cn.qiaotong.form.Field;
import cn.qiaotong.policy.PolicyRow;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a folder's model may name: roles, departments, fields of the application, words, due keys, facts, decisions
 * and shared loops with their errors.
 */
record Vocabulary(
        Set<String> roles,
        SortedSet<String> departments,
        Set<String> fields,
        Set<String> words,
        Set<String> dueKeys,
        Set<String> facts,
        Set<String> decisions,
        SortedMap<String, Set<String>> loops) {

    /** The extension property of a start event that lists the facts which the program starts it with. */
    private static final String FACTS = "facts";

    static Vocabulary of(
            FolderContents contents, FolderContents loops, Set<String> roles, Map<String, SpokenWord> words) {
        var due = keys(contents, "due");
        due.addAll(keys(loops, "due"));
        var errors = new TreeMap<String, Set<String>>();
        loops.models().forEach((name, loop) -> {
            if (startFacts(loop).isEmpty()) {
                errors.put(name, loop.errors());
            }
        });
        var facts = new TreeSet<>(contents.decisions().keySet());
        facts.remove(FitLint.NAME);
        contents.forms().keySet().forEach(form -> facts.addAll(fields(contents, form, Field::engine)));
        words.values().forEach(word -> facts.addAll(word.tells()));
        contents.models().values().forEach(model -> facts.addAll(startFacts(model)));
        return new Vocabulary(
                roles,
                departments(loops),
                fields(contents, FolderLint.APPLY, field -> true),
                words.keySet(),
                due,
                facts,
                contents.decisions().keySet(),
                errors);
    }

    /** The facts with which the program itself starts a model; one that has them is no loop to call. */
    private static Set<String> startFacts(Bpmn model) {
        return model.all("startEvent").stream()
                .flatMap(start -> Bpmn.own(start, FACTS).stream())
                .flatMap(facts -> Stream.of(facts.strip().split("\\s*,\\s*")))
                .collect(Collectors.toSet());
    }

    /** The keys of the folder's policy rows of a kind. */
    static SortedSet<String> keys(FolderContents contents, String kind) {
        return keys(contents, row -> row.kind().equals(kind));
    }

    private static SortedSet<String> departments(FolderContents loops) {
        return keys(
                loops,
                row -> row.kind().equals("organisation")
                        && row.value() instanceof Map<?, ?> value
                        && "department".equals(value.get("kind")));
    }

    private static SortedSet<String> keys(FolderContents contents, Predicate<PolicyRow> wanted) {
        return contents.policies().stream()
                .filter(wanted)
                .map(PolicyRow::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fields(FolderContents contents, String form, Predicate<Field> wanted) {
        return contents.forms().containsKey(form)
                ? contents.forms().get(form).fields().stream()
                        .filter(wanted)
                        .map(Field::key)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    String rolesListed() {
        return String.join(", ", new TreeSet<>(roles));
    }

    String wordsListed() {
        return String.join(", ", new TreeSet<>(words));
    }
}
