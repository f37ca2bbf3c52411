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
                        .map(field -> unprintable(task, field))
                        .orElseGet(() -> problem(
                                task,
                                "remove %s from the property letter: %s.form has no such field",
                                name,
                                form.id())));
    }

    private Stream<Problem> unprintable(Element task, Field field) {
        return switch (field.type()) {
            case TEXTAREA ->
                problem(task, "remove %s from the property letter: a letter has no free text of staff", field.key());
            case FILEPICKER -> problem(task, "remove %s from the property letter: files are not printed", field.key());
            default -> Stream.empty();
        };
    }

    private Stream<Problem> sheet(Element process) {
        var apply = forms.get(FolderLint.APPLY);
        return Bpmn.own(process, Letter.SHEET).stream()
                .flatMap(listed -> Letter.fields(listed).stream())
                .flatMap(name -> apply.field(name)
                        .map(field -> field.type() == FieldType.FILEPICKER
                                ? problem(process, "remove %s from the property sheet: files are not printed", name)
                                : Stream.<Problem>empty())
                        .orElseGet(() -> problem(
                                process, "remove %s from the property sheet: apply.form has no such field", name)));
    }

    private Stream<Problem> problem(Element element, String fix, Object... names) {
        return Stream.of(new Problem(file, element.getAttribute("id"), fix.formatted(names)));
    }
}
