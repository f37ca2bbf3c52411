package cn.qiaotong.catalog;

import cn.qiaotong.identity.Role;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The rules of tasks for a department: it is named, and so is every field that it reads, so that a model says itself how
 * little leaves the desk. No other task says either.
 */
final class DepartmentLint {

    private static final String ORGANISATION = "organisation";
    private static final String SHOWS = "shows";

    private final String file;
    private final Vocabulary vocabulary;

    DepartmentLint(String file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    List<Problem> check(Element task) {
        var role = Role.of(Bpmn.camunda(task, "candidateGroups"));
        return role.filter(Role::isOfDepartment).isPresent()
                ? Stream.concat(organisation(task), shows(task)).toList()
                : others(task).toList();
    }

    private Stream<Problem> organisation(Element task) {
        return Bpmn.property(task, ORGANISATION)
                        .filter(vocabulary.departments()::contains)
                        .isPresent()
                ? Stream.of()
                : problem(
                        task,
                        "set the extension property organisation to one department: "
                                + String.join(", ", vocabulary.departments()));
    }

    private Stream<Problem> shows(Element task) {
        var shown = Bpmn.property(task, SHOWS).orElse("").strip();
        return shown.isEmpty()
                ? problem(
                        task,
                        "list in the extension property shows the fields of apply.form that the department reads, with commas")
                : Stream.of(shown.split("\\s*,\\s*"))
                        .filter(field -> !vocabulary.fields().contains(field))
                        .flatMap(field -> problem(
                                task,
                                "remove %s from the property shows: apply.form has no such field".formatted(field)));
    }

    private Stream<Problem> others(Element task) {
        return Stream.of(ORGANISATION, SHOWS)
                .filter(property -> Bpmn.property(task, property).isPresent())
                .flatMap(property -> problem(
                        task, "remove the extension property %s: only a department's task has it".formatted(property)));
    }

    private Stream<Problem> problem(Element task, String fix) {
        return Stream.of(new Problem(file, task.getAttribute("id"), fix));
    }
}
