package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the decision by which a folder answers the questionnaire of all services: it is there, reads what the
 * questionnaire asks, and says whether the service fits, by which policy row, and what else does.
 */
record FitLint(Optional<Decision> decision, Set<String> known) {

    static final String NAME = "fits";
    static final String QUESTIONNAIRE = "questionnaire";

    private static final String FILE = NAME + ".dmn";
    private static final List<String> OUTPUTS = List.of("fit", "policy", "instead");

    private static final Set<String> ANSWERS =
            Stream.of(Fitting.Answer.values()).map(Fitting.Answer::word).collect(Collectors.toCollection(TreeSet::new));

    static FitLint of(FolderContents contents, FolderContents shared) {
        var known = Stream.concat(
                        Optional.ofNullable(shared.forms().get(QUESTIONNAIRE)).map(Form::fields).stream()
                                .flatMap(List::stream)
                                .map(Field::key),
                        Stream.concat(contents.policies().stream(), shared.policies().stream())
                                .map(PolicyRow::key)
                                .map("policy."::concat))
                .collect(Collectors.toSet());
        return new FitLint(Optional.ofNullable(contents.decisions().get(NAME)), known);
    }

    List<Problem> check() {
        return decision.map(this::check)
                .orElseGet(() -> List.of(new Problem(
                        FILE, "", "add the decision that answers the questionnaire of all services for this one")));
    }

    private List<Problem> check(Decision found) {
        var problems = new ArrayList<Problem>();
        OUTPUTS.stream()
                .filter(output -> !found.outputs().contains(output))
                .forEach(output ->
                        problems.add(new Problem(FILE, found.id(), "give the table the output %s".formatted(output))));
        found.inputs().stream()
                .filter(input -> !known.contains(input))
                .forEach(input -> problems.add(new Problem(
                        FILE, input, "read what bpmn/shared/questionnaire.form asks, or a row of policies.yaml")));
        found.texts("fit").stream()
                .filter(word -> !ANSWERS.contains(word))
                .forEach(word -> problems.add(new Problem(
                        FILE, word, "write one of %s in the output fit".formatted(String.join(", ", ANSWERS)))));
        found.texts("policy").stream()
                .filter(row -> !known.contains("policy." + row))
                .forEach(row -> problems.add(
                        new Problem(FILE, row, "name a row of policies.yaml in the output policy: none has this key")));
        if (!found.holdsForAll()) {
            problems.add(new Problem(
                    FILE,
                    found.id(),
                    "end with a rule that has - in every condition, so that everybody gets an answer"));
        }
        return problems;
    }
}
