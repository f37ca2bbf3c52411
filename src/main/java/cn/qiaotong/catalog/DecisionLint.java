package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.policy.PolicyRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of a folder's decisions: their ids, the variables that they read, and the outputs by which the word decide
 * explains each condition.
 */
final class DecisionLint {

    private static final Pattern FACT = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> EXPLAINED = Set.of("condition", "met");
    private static final Set<String> DECIDERS = Set.of("desk", "bank", "authority");

    private final String folder;
    private final FolderContents contents;
    private final Set<String> known = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    DecisionLint(String folder, FolderContents contents, List<PolicyRow> shared) {
        this.folder = folder;
        this.contents = contents;
        contents.forms().get(FolderLint.APPLY).fields().forEach(field -> known.add(field.key()));
        contents.policies().forEach(row -> known.add("policy." + row.key()));
        shared.forEach(row -> known.add("policy." + row.key()));
    }

    List<Problem> check(Bpmn model) {
        var decided = model.all("serviceTask").stream()
                .flatMap(task -> Bpmn.input(task, "decision").stream())
                .collect(Collectors.toSet());
        contents.decisions().forEach((name, decision) -> {
            named(name, decision);
            if (!name.equals(FitLint.NAME)) {
                inputs(name + ".dmn", decision);
            }
            if (decided.contains(name)) {
                explained(name + ".dmn", decision);
            }
        });
        return problems;
    }

    /** What the word decide tells of a condition is there: its field, its policy row, and who decides it. */
    private void explained(String file, Decision decision) {
        if (!decision.outputs().containsAll(EXPLAINED)) {
            problem(
                    file,
                    decision.id(),
                    "give the table the outputs condition and met: the word decide explains by them");
        }
        decision.texts("given").stream()
                .filter(field -> !known.contains(field))
                .forEach(field ->
                        problem(file, field, "name a field of apply.form in the output given: none has this key"));
        decision.texts("policy").stream()
                .filter(row -> !known.contains("policy." + row))
                .forEach(row ->
                        problem(file, row, "name a row of policies.yaml in the output policy: none has this key"));
        decision.texts("decided_by").stream()
                .filter(body -> !DECIDERS.contains(body))
                .forEach(body -> problem(file, body, "write desk, bank or authority in the output decided_by"));
    }

    private void named(String name, Decision decision) {
        var expected = folder + "-" + name;
        if (!FACT.matcher(name).matches()) {
            problem(
                    name + ".dmn",
                    "",
                    "name the file in snake_case: a model reads the decision's outcome by this name");
        } else if (!decision.id().equals(expected)) {
            problem(name + ".dmn", decision.id(), "give the decision the id " + expected);
        }
    }

    private void inputs(String file, Decision decision) {
        decision.inputs().stream()
                .filter(input -> !known.contains(input))
                .forEach(input -> problem(
                        file,
                        input,
                        input.startsWith("policy.")
                                ? "add a row with the key %s to policies.yaml"
                                        .formatted(input.substring("policy.".length()))
                                : "ask for it in apply.form: no field has this key"));
    }

    private void problem(String file, String element, String fix) {
        problems.add(new Problem(file, element, fix));
    }
}
