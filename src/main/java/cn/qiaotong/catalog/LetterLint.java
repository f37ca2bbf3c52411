package cn.qiaotong.catalog;

import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The rules of what an applicant prints: a letter shows fields of its own task's form, none of them free text of staff, and a
 * sheet shows fields of the application.
 */
record LetterLint(String file, Bpmn model, Map<String, Form> forms) {

    List<Problem> check() {
        return Stream.concat(
                        model.all("userTask").stream().flatMap(this::letter),
                        model.all("process").stream().flatMap(this::sheet))
                .toList();
    }

    private Stream<Problem> letter(Element task) {
        var form = forms.get(task.getAttribute("id"));
        return Bpmn.property(task, Letter.PROPERTY).stream()
                .flatMap(listed -> Letter.fields(listed).stream())
                .flatMap(name -> form.field(name)
                        .map(field -> field.type() == FieldType.TEXTAREA
                                ? problem(
                                        task,
                                        "remove %s from the property letter: a letter has no free text of staff",
                                        name)
                                : Stream.<Problem>empty())
                        .orElseGet(() -> problem(
                                task,
                                "remove %s from the property letter: %s.form has no such field",
                                name,
                                form.id())));
    }

    private Stream<Problem> sheet(Element process) {
        return Bpmn.own(process, Letter.SHEET).stream()
                .flatMap(listed -> Letter.fields(listed).stream())
                .filter(name -> forms.get(FolderLint.APPLY).fields().stream()
                        .map(Field::key)
                        .noneMatch(name::equals))
                .flatMap(name ->
                        problem(process, "remove %s from the property sheet: apply.form has no such field", name));
    }

    private Stream<Problem> problem(Element element, String fix, Object... names) {
        return Stream.of(new Problem(file, element.getAttribute("id"), fix.formatted(names)));
    }
}
