package cn.qiaotong.catalog;

import cn.qiaotong.catalog.SpokenWord.Names;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The rules of what a word is told: every input that it needs is there, and names something that the folder has. */
final class WordLint {

    private final String file;
    private final Bpmn model;
    private final Map<String, SpokenWord> words;
    private final Map<Names, Set<String>> known;

    WordLint(String file, Bpmn model, Map<String, SpokenWord> words, Map<Names, Set<String>> known) {
        this.file = file;
        this.model = model;
        this.words = words;
        this.known = known;
    }

    Stream<Problem> check() {
        return words.values().stream()
                .flatMap(word -> model.saying(word.name()).stream().flatMap(task -> inputs(word, task)));
    }

    private Stream<Problem> inputs(SpokenWord word, Element task) {
        return Stream.of(Names.values())
                .flatMap(names -> new TreeSet<>(word.inputs().getOrDefault(names, Set.of()))
                        .stream().flatMap(input -> input(task, names, input).stream()));
    }

    private Optional<Problem> input(Element task, Names names, String input) {
        var name = input.replace("?", "");
        var given = Bpmn.input(task, name);
        var right = given.map(known.get(names)::contains).orElse(input.endsWith("?"));
        return right
                ? Optional.empty()
                : Optional.of(new Problem(
                        file,
                        task.getAttribute("id"),
                        "set the input %s to the name of %s".formatted(name, names.text())));
    }
}
