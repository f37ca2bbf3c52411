package cn.qiaotong.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules of a folder's examples: readable, of known words, and each told to its end event. */
final class ScenarioLint {

    static final String FILE = "scenarios.yaml";

    private static final Set<String> WORDS =
            Set.of("day", "apply", "checks", "after", "supplement", "withdraw", "withdrawal is refused", "ends");

    private final Set<String> words = new TreeSet<>(WORDS);
    private final Set<String> ends = new TreeSet<>();
    private final List<Problem> problems = new ArrayList<>();

    ScenarioLint(Bpmn model, Collection<Bpmn> loops, Set<String> branches) {
        loops.stream()
                .flatMap(loop -> loop.all("userTask").stream())
                .map(ScenarioLint::id)
                .forEach(words::add);
        model.all("userTask").stream().map(ScenarioLint::id).forEach(words::add);
        model.all("userTask").stream()
                .filter(task -> model.repeatedAround(task).isPresent())
                .map(ScenarioLint::id)
                .forEach(step -> branches.forEach(branch -> words.add("%s of %s".formatted(step, branch))));
        model.all("endEvent").stream()
                .filter(end -> model.repeatedAround(end).isEmpty())
                .map(ScenarioLint::id)
                .forEach(ends::add);
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    List<Problem> check(String text) {
        try {
            Object read = yaml().load(text);
            scenarios(read instanceof Map<?, ?> file ? file : Map.of());
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problem("line " + line, "make it YAML: " + e.getProblem());
        } catch (YAMLException e) {
            problem("", "make it YAML");
        }
        return problems;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }

    private void scenarios(Map<?, ?> file) {
        var examples = file.get("examples") instanceof Map<?, ?> map ? map.keySet() : Set.of();
        if (!(file.get("scenarios") instanceof Map<?, ?> scenarios) || scenarios.isEmpty()) {
            problem("scenarios", "write at least one scenario: a name and the list of its acts");
            return;
        }
        scenarios.forEach((name, acts) -> {
            if (acts instanceof List<?> list && !list.isEmpty()) {
                list.forEach(act -> act(String.valueOf(name), act, examples));
                end(String.valueOf(name), list.get(list.size() - 1));
            } else {
                problem(String.valueOf(name), "write the acts of this scenario as a list");
            }
        });
    }

    private void act(String scenario, Object act, Set<?> examples) {
        var word = word(act);
        if (!words.contains(word)) {
            problem(
                    scenario,
                    "replace %s by a step of the model or one of the words %s"
                            .formatted(word, String.join(", ", words)));
        }
        if (word.equals("apply") && about(act) instanceof String example && !examples.contains(example)) {
            problem(
                    scenario,
                    "write the example “%s” under examples, or apply with one that is there".formatted(example));
        }
    }

    private void end(String scenario, Object last) {
        if (!word(last).equals("ends") || !(about(last) instanceof String end) || !ends.contains(end)) {
            problem(scenario, "let its last line be ends with an end event of the model: " + String.join(", ", ends));
        }
    }

    private static String word(Object act) {
        return String.valueOf(
                act instanceof Map<?, ?> map ? map.keySet().iterator().next() : act);
    }

    private static Object about(Object act) {
        return act instanceof Map<?, ?> map ? map.values().iterator().next() : "";
    }

    private void problem(String element, String fix) {
        problems.add(new Problem(FILE, element, fix));
    }
}
