package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return Stream.concat(
                        OUTPUTS.stream()
                                .filter(output -> !found.outputs().contains(output))
                                .map(output -> new Problem(
                                        FILE, found.id(), "give the table the output %s".formatted(output))),
                        found.inputs().stream()
                                .filter(input -> !known.contains(input))
                                .map(input -> new Problem(
                                        FILE,
                                        input,
                                        "read what bpmn/shared/questionnaire.form asks, or a row of policies.yaml")))
                .toList();
    }
}
