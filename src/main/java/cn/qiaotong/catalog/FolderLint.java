package cn.qiaotong.catalog;

import cn.qiaotong.decision.Decision;
import cn.qiaotong.decision.DecisionInvalid;
import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.FormInvalid;
import cn.qiaotong.form.Pii;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyInvalid;
import cn.qiaotong.policy.PolicyRow;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads a whole service folder for mistakes before anything of it is deployed. Each mistake names the file, the element and
 * the fix; a folder with one is not used at all.
 */
final class FolderLint {

    private static final String APPLY = "apply";
    private static final String APPLICANT = "applicant";

    private final ServiceFolder folder;
    private final ServiceFolder shared;
    private final Set<String> roles;
    private final Set<String> words;
    private final Set<String> crossChecks;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final List<PolicyRow> policies = new ArrayList<>();

    FolderLint(
            ServiceFolder folder, ServiceFolder shared, Set<String> roles, Set<String> words, Set<String> crossChecks) {
        this.folder = folder;
        this.shared = shared;
        this.roles = roles;
        this.words = words;
        this.crossChecks = crossChecks;
    }

    List<Problem> check(Decisions reader) {
        folder.ending(".form").forEach(this::form);
        folder.ending(".dmn").forEach((file, content) -> decision(reader, file, content));
        List.of(shared, folder).forEach(this::policy);
        var file = folder.name() + ".bpmn";
        var model = folder.file(file).flatMap(Bpmn::read);
        if (model.isEmpty()) {
            problems.add(new Problem(file, "", "add the model: a BPMN 2.0 file of this name"));
            return problems;
        }
        var vocabulary = vocabulary();
        problems.addAll(new ModelLint(file, model.get(), vocabulary).check(true));
        formsOf(model.get());
        decisionInputs();
        examples();
        problems.addAll(new TextLint(folder, forms).check(neededWords(model.get())));
        return problems;
    }

    /** The mistakes of the shared loops, which belong to every service and are no service themselves. */
    List<Problem> checkShared() {
        policy(shared);
        var vocabulary = vocabulary();
        var needed = new TreeSet<String>();
        shared.ending(".bpmn").forEach((file, content) -> Bpmn.read(content)
                .ifPresentOrElse(
                        model -> {
                            problems.addAll(new ModelLint(file, model, vocabulary).check(false));
                            model.all("userTask").forEach(task -> stepWords(needed, task));
                            model.all("endEvent").forEach(end -> needed.add(end.getAttribute("id") + ".title"));
                        },
                        () -> problems.add(new Problem(file, "", "make it a BPMN 2.0 file"))));
        problems.addAll(new TextLint(shared, forms).check(needed));
        return problems;
    }

    private void form(String file, byte[] content) {
        try {
            var form = Form.read(file, content);
            forms.put(file.substring(0, file.length() - ".form".length()), form);
            form.reads()
                    .forEach(name -> problems.add(new Problem(
                            file, name, "ask for it in this form: a condition reads it and no field has this key")));
            form.crossChecks().stream()
                    .filter(name -> !crossChecks.contains(name))
                    .forEach(name -> problems.add(new Problem(
                            file, name, "name one of the rules " + String.join(", ", new TreeSet<>(crossChecks)))));
        } catch (FormInvalid e) {
            problems.add(new Problem(file, e.element(), e.fix()));
        }
    }

    private void decision(Decisions reader, String file, byte[] content) {
        try {
            var decision = reader.read(file, content);
            var name = file.substring(0, file.length() - ".dmn".length());
            var expected = folder.name() + "-" + name;
            if (!decision.id().equals(expected)) {
                problems.add(new Problem(file, decision.id(), "give the decision the id " + expected));
            }
            decisions.put(name, decision);
        } catch (DecisionInvalid e) {
            problems.add(new Problem(file, e.element(), e.fix()));
        }
    }

    private void policy(ServiceFolder from) {
        from.file("policies.yaml").ifPresent(content -> {
            try {
                policies.addAll(Policies.read("policies.yaml", new ByteArrayInputStream(content)));
            } catch (PolicyInvalid e) {
                problems.add(new Problem("policies.yaml", e.row(), e.fix()));
            }
        });
    }

    private Vocabulary vocabulary() {
        var facts = new HashSet<>(decisions.keySet());
        forms.values().stream()
                .map(Form::fields)
                .flatMap(Collection::stream)
                .filter(Field::engine)
                .forEach(field -> facts.add(field.key()));
        return new Vocabulary(
                roles,
                words,
                policies.stream()
                        .filter(row -> row.kind().equals("due"))
                        .map(PolicyRow::key)
                        .collect(Collectors.toSet()),
                facts,
                decisions.keySet(),
                shared.ending(".bpmn").keySet().stream()
                        .map(file -> file.substring(0, file.length() - ".bpmn".length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void formsOf(Bpmn model) {
        var elements = new HashSet<String>();
        elements.add(APPLY);
        if (model.byId(APPLY)
                .filter(start -> start.getLocalName().equals("startEvent"))
                .isEmpty()) {
            problems.add(new Problem(folder.name() + ".bpmn", APPLY, "give the start event the id apply"));
        }
        model.all("userTask").stream()
                .filter(task -> !Bpmn.camunda(task, "candidateGroups").equals(APPLICANT))
                .forEach(task -> elements.add(task.getAttribute("id")));
        for (var element : elements) {
            if (folder.file(element + ".form").isEmpty()) {
                problems.add(new Problem(element + ".form", "", "add the form of the element %s".formatted(element)));
            }
        }
        for (var form : forms.keySet()) {
            if (!elements.contains(form)) {
                problems.add(new Problem(form + ".form", "", "remove it, or name it after a start event or user task"));
            }
        }
    }

    private void decisionInputs() {
        var known = new HashSet<String>();
        if (forms.containsKey(APPLY)) {
            forms.get(APPLY).fields().forEach(field -> known.add(field.key()));
        }
        policies.forEach(row -> known.add("policy." + row.key()));
        decisions.forEach((name, decision) -> decision.inputs().stream()
                .filter(input -> !known.contains(input))
                .forEach(input -> problems.add(new Problem(
                        name + ".dmn",
                        input,
                        input.startsWith("policy.")
                                ? "add a row with the key %s to policies.yaml"
                                        .formatted(input.substring("policy.".length()))
                                : "ask for it in apply.form: no field has this key"))));
    }

    private void examples() {
        if (folder.file("scenarios.yaml").isEmpty()) {
            problems.add(new Problem("scenarios.yaml", "", "add the examples of this service; they are its tests"));
        }
    }

    private Set<String> neededWords(Bpmn model) {
        var needed = new TreeSet<>(Set.of("title", "summary", "who", "needs", "direct", "decider", "apply.title"));
        model.all("userTask", "serviceTask").forEach(step -> stepWords(needed, step));
        model.all("callActivity").forEach(call -> needed.add(call.getAttribute("id") + ".title"));
        model.all("endEvent").forEach(end -> {
            needed.add(end.getAttribute("id") + ".title");
            needed.add(end.getAttribute("id") + ".text");
        });
        decisions.values().stream()
                .filter(decision -> decision.outputs().contains("condition"))
                .flatMap(decision -> decision.rules().stream())
                .forEach(rule -> {
                    needed.add("condition.%s.title".formatted(rule));
                    needed.add("condition.%s.text".formatted(rule));
                });
        if (model.all("serviceTask").stream()
                .anyMatch(task -> Bpmn.camunda(task, "delegateExpression").equals("${refer}"))) {
            needed.add("consent.referral");
        }
        if (forms.containsKey(APPLY)
                && forms.get(APPLY).fields().stream().anyMatch(field -> field.pii() == Pii.SENSITIVE)) {
            needed.add("consent.sensitive");
        }
        return needed;
    }

    private static void stepWords(Set<String> needed, Element step) {
        needed.add(step.getAttribute("id") + ".title");
        needed.add(step.getAttribute("id") + ".doing");
    }
}
