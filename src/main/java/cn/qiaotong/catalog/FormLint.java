package cn.qiaotong.catalog;

import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.process.ExpressionGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules of a folder's forms: one for each element that asks, each named after it, and fields that the engine cannot
 * mistake for one another and that ask for no secret.
 */
final class FormLint {

    private static final Pattern SECRET = Pattern.compile(
            "(.*_)?(password|passwd|pwd|passcode|pin|cvv|cvc|otp|secret|token|security_code|verification_code|sms_code)(_.*)?");

    /** What the pages around a form send with it, and the ids of their own parts. */
    private static final Set<String> OF_PAGES = Set.of(
            "language", "from", "preview", "page", "supplement", "decision", "ask", "decide", "holding", "content");

    /** The options that a request gives: the branches that deal with it. */
    private static final String BRANCHES = "branches";

    private static final String APPLY = FolderLint.APPLY + ".form";

    private final FolderContents contents;
    private final Set<String> crossChecks;
    private final List<Problem> problems = new ArrayList<>();

    FormLint(FolderContents contents, Set<String> crossChecks) {
        this.contents = contents;
        this.crossChecks = crossChecks;
    }

    /** Elements without a form, and forms without an element. */
    List<Problem> pairs(Bpmn model) {
        var pairs = new ArrayList<Problem>();
        var elements = elements(model);
        elements.stream()
                .filter(element -> !contents.forms().containsKey(element))
                .forEach(element -> pairs.add(
                        new Problem(element + ".form", "", "add the form of the element %s".formatted(element))));
        contents.forms().keySet().stream()
                .filter(form -> !elements.contains(form))
                .forEach(form -> pairs.add(
                        new Problem(form + ".form", "", "remove it, or name it after a start event or user task")));
        return pairs;
    }

    private static Set<String> elements(Bpmn model) {
        var elements = new TreeSet<>(Set.of(FolderLint.APPLY));
        model.all("userTask").forEach(task -> elements.add(task.getAttribute("id")));
        return elements;
    }

    List<Problem> check() {
        var givenBy = new HashMap<String, String>();
        contents.decisions().keySet().forEach(decision -> givenBy.put(decision, decision + ".dmn"));
        contents.forms().forEach((name, form) -> {
            var file = name + ".form";
            form(file, name, form);
            form.fields().forEach(field -> field(file, field, givenBy));
        });
        return problems;
    }

    private void form(String file, String name, Form form) {
        if (!form.id().equals(name)) {
            problem(file, form.id(), "give the form the id %s, the name of its file".formatted(name));
        }
        form.reads()
                .forEach(read ->
                        problem(file, read, "ask for it in this form: a condition reads it and no field has this key"));
        form.crossChecks().stream()
                .filter(check -> !crossChecks.contains(check))
                .forEach(check -> problem(
                        file,
                        check,
                        "name one of the checks the program has: " + String.join(", ", new TreeSet<>(crossChecks))));
    }

    private void field(String file, Field field, Map<String, String> givenBy) {
        var before = givenBy.putIfAbsent(field.key(), file);
        if (before != null) {
            problem(
                    file,
                    field.key(),
                    "rename it: %s gives a fact of this name, and one name is one fact".formatted(before));
        }
        field.valuesKey()
                .filter(key -> !key.equals(BRANCHES) || file.equals(APPLY))
                .ifPresent(key -> problem(
                        file,
                        field.key(),
                        "write %s into valuesKey, in the form of a step: a request has no other options"
                                .formatted(BRANCHES)));
        field.evidenceOf()
                .filter(list -> contents.forms()
                        .get(FolderContents.stem(file))
                        .field(list)
                        .filter(found -> found.type() == FieldType.DYNAMICLIST)
                        .isEmpty())
                .ifPresent(list -> problem(
                        file,
                        field.key(),
                        "name a list of this form in the property evidenceOf: it has no list %s".formatted(list)));
        field.zoneOf()
                .filter(zone -> contents.forms()
                        .get(FolderContents.stem(file))
                        .field(zone)
                        .filter(found -> found.type() == FieldType.SELECT || found.type() == FieldType.RADIO)
                        .isEmpty())
                .ifPresent(zone -> problem(
                        file,
                        field.key(),
                        "name a select or radio of this form in the property zoneOf: it has no %s".formatted(zone)));
        if (field.type() == FieldType.FILEPICKER && !file.equals(APPLY)) {
            problem(
                    file,
                    field.key(),
                    "ask for it in apply.form: files are given with the application and its supplements");
        }
        if (SECRET.matcher(field.key()).matches()) {
            problem(file, field.key(), "remove it: the desk never asks for a password, a PIN or a code");
        }
        if (OF_PAGES.contains(field.key())) {
            problem(file, field.key(), "rename it: the pages around a form keep this name for themselves");
        }
        if (field.engine()
                && ExpressionGrammar.check("${%s}".formatted(field.key())).isPresent()) {
            problem(file, field.key(), "rename it: expressions keep this word for themselves");
        }
    }

    private void problem(String file, String element, String fix) {
        problems.add(new Problem(file, element, fix));
    }
}
