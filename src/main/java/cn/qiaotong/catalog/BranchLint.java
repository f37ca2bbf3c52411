package cn.qiaotong.catalog;

import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The rules of a model that refers: the applicant chooses among branches that policy names, and where several are asked at
 * once each runs its part for itself, with facts of its own that nothing outside can mistake for the request's.
 */
final class BranchLint {

    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<FieldType> SEVERAL = Set.of(FieldType.CHECKLIST, FieldType.TAGLIST);
    private static final Set<FieldType> ONE = Set.of(FieldType.RADIO, FieldType.SELECT);

    private final String file;
    private final Bpmn model;
    private final Map<String, Form> forms;
    private final Set<String> organisations;
    private final List<Problem> problems = new ArrayList<>();

    BranchLint(String file, Bpmn model, Map<String, Form> forms, Set<String> organisations) {
        this.file = file;
        this.model = model;
        this.forms = forms;
        this.organisations = organisations;
    }

    List<Problem> check() {
        model.saying("refer").forEach(this::refers);
        model.repeated().forEach(this::part);
        model.all("userTask").forEach(this::ofOneBranch);
        model.saying("note").forEach(this::notes);
        model.saying("gather").forEach(this::gathers);
        return problems;
    }

    private void refers(Element task) {
        var field = chosenIn(task);
        if (field.isEmpty()) {
            problem(
                    task,
                    "set the input branch to the radio, select, checklist or taglist in which the applicant chooses");
        }
        field.ifPresent(branch -> branch.options().stream()
                .filter(option -> !organisations.contains(option.value()))
                .forEach(option -> problems.add(new Problem(
                        FolderLint.APPLY + ".form",
                        branch.key(),
                        "remove the option %s, or add a row of kind organisation with this key to bpmn/shared/policies.yaml"
                                .formatted(option.value())))));
    }

    /** A field of the application, or of a step of the applicant's own. */
    private Optional<Field> chosenIn(Element task) {
        var asked = Stream.concat(
                Stream.of(FolderLint.APPLY),
                model.all("userTask").stream()
                        .filter(step -> Bpmn.camunda(step, "candidateGroups").equals("applicant"))
                        .map(step -> step.getAttribute("id")));
        return Bpmn.input(task, "branch").flatMap(key -> asked.flatMap(form -> forms.get(form).field(key).stream())
                .filter(field -> ONE.contains(field.type()) || SEVERAL.contains(field.type()))
                .findFirst());
    }

    private boolean refersTo(Set<FieldType> types) {
        return model.saying("refer").stream()
                .flatMap(task -> chosenIn(task).stream())
                .anyMatch(field -> types.contains(field.type()));
    }

    private void part(Element part) {
        if (!refersTo(SEVERAL)) {
            problem(part, "refer by a checklist or taglist: only several branches are asked at once");
        }
        model.all("callActivity").stream()
                .filter(call -> isIn(part, call))
                .forEach(call -> problem(
                        call, "call it outside the part %s, which each branch runs for itself".formatted(id(part))));
        tasks(part)
                .filter(task -> !Bpmn.camunda(task, "candidateGroups").startsWith("bank-"))
                .forEach(task -> problem(
                        task, "give it to a role of branches, or draw it outside the part %s".formatted(id(part))));
        keptApart(part);
    }

    private void keptApart(Element part) {
        var own = tasks(part)
                .flatMap(task -> Stream.ofNullable(forms.get(id(task))))
                .flatMap(form -> form.fields().stream())
                .filter(Field::engine)
                .map(Field::key)
                .collect(Collectors.toCollection(TreeSet::new));
        var declared = Bpmn.ownInputs(part);
        own.stream()
                .filter(fact -> !"".equals(declared.get(fact)))
                .forEach(fact -> problem(
                        part, "add an empty camunda:inputParameter %s: each branch has its own".formatted(fact)));
        declared.keySet().stream()
                .filter(fact -> !own.contains(fact))
                .forEach(fact ->
                        problem(part, "remove the camunda:inputParameter %s: no form inside gives it".formatted(fact)));
        model.all("sequenceFlow").stream().filter(flow -> !isIn(part, flow)).forEach(flow -> names(flow)
                .filter(own::contains)
                .forEach(fact -> problem(
                        flow,
                        "ask about %s inside the part %s: outside no branch's answer is known"
                                .formatted(fact, id(part)))));
    }

    /** A branch's task outside such a part is for one branch, which somebody must have chosen. */
    private void ofOneBranch(Element task) {
        if (Bpmn.camunda(task, "candidateGroups").startsWith("bank-")
                && model.repeatedAround(task).isEmpty()
                && refersTo(SEVERAL)
                && !refersTo(ONE)) {
            problem(task, "refer by a radio or select before it: several branches could take it");
        }
    }

    private void notes(Element task) {
        var field = Bpmn.input(task, "field").orElse("");
        if (model.repeatedAround(task).isEmpty()) {
            problem(task, "say note inside the part that each branch runs for itself");
        } else if (!Bpmn.input(task, "answer").equals(Optional.of("${%s}".formatted(field)))) {
            problem(task, "set the input answer to ${%s}".formatted(field));
        }
    }

    private void gathers(Element task) {
        var noted = model.saying("note").stream()
                .flatMap(note -> Bpmn.input(note, "field").stream())
                .flatMap(key -> forms.values().stream().flatMap(form -> form.field(key).stream()))
                .flatMap(field -> field.options().stream())
                .map(Field.Option::value)
                .collect(Collectors.toSet());
        var wanted = Bpmn.input(task, "answers").orElse("").strip();
        if (!noted.containsAll(List.of(wanted.split("\\s*,\\s*")))) {
            problem(task, "list in the input answers what branches may have answered, with commas");
        }
    }

    private Stream<Element> tasks(Element part) {
        return model.all("userTask").stream().filter(task -> isIn(part, task));
    }

    private boolean isIn(Element part, Element element) {
        return model.repeatedAround(element).equals(Optional.of(part));
    }

    private static Stream<String> names(Element flow) {
        return Bpmn.text(flow, "conditionExpression").stream()
                .flatMap(condition -> NAME.matcher(TEXT.matcher(condition).replaceAll(" "))
                        .results()
                        .map(found -> found.group()));
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    private void problem(Element element, String fix) {
        problems.add(new Problem(file, id(element), fix));
    }
}
