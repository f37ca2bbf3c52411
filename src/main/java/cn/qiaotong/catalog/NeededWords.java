package cn.qiaotong.catalog;

import cn.qiaotong.form.Pii;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** The keys of the texts that a folder's pages will look up, beside those of its form fields. */
final class NeededWords {

    private static final Set<String> OF_EVERY_SERVICE =
            Set.of("title", "summary", "who", "needs", "direct", "decider", "apply.title", "withdraw.title");

    private final SortedSet<String> keys = new TreeSet<>();

    private NeededWords() {}

    static SortedSet<String> ofService(Bpmn model, FolderContents contents) {
        var needed = new NeededWords();
        needed.keys.addAll(OF_EVERY_SERVICE);
        model.all("userTask", "serviceTask").forEach(needed::step);
        model.flowNodes().stream().filter(node -> !isNamedByRule(node)).forEach(node -> needed.of(node, "title"));
        model.all("sequenceFlow").stream()
                .filter(flow -> !flow.getAttribute("name").isBlank())
                .forEach(flow -> needed.of(flow, "title"));
        model.all("endEvent")
                .forEach(end -> needed.of(
                        end,
                        model.repeatedAround(end).isPresent()
                                ? new String[] {"title"}
                                : new String[] {"title", "text"}));
        needed.conditions(contents);
        needed.consents(model, contents);
        return needed.keys;
    }

    /** The start and the withdrawal, whose ids every model shares. */
    private static boolean isNamedByRule(Element node) {
        return node.getAttribute("triggeredByEvent").equals("true")
                || node.getLocalName().equals("startEvent")
                        && node.getParentNode().getLocalName().equals("process");
    }

    static SortedSet<String> ofLoop(Bpmn model) {
        var needed = new NeededWords();
        model.all("userTask").forEach(needed::step);
        model.all("endEvent").forEach(end -> needed.of(end, "title"));
        return needed.keys;
    }

    private void step(Element step) {
        of(step, "title", "doing");
        if (Bpmn.property(step, Letter.PROPERTY).isPresent()) {
            of(step, "letter.title", "letter.text");
        }
    }

    private void conditions(FolderContents contents) {
        Optional.ofNullable(contents.decisions().get(FitLint.NAME)).stream()
                .flatMap(fits -> fits.rules().stream())
                .forEach(rule -> keys.add("fits.%s.text".formatted(rule)));
        contents.decisions().values().stream()
                .filter(decision -> decision.outputs().contains("condition"))
                .flatMap(decision -> decision.rules().stream())
                .forEach(rule -> {
                    keys.add("condition.%s.title".formatted(rule));
                    keys.add("condition.%s.text".formatted(rule));
                });
    }

    private void consents(Bpmn model, FolderContents contents) {
        if (model.says("refer")) {
            keys.add("consent.referral");
        }
        if (contents.forms().get(FolderLint.APPLY).fields().stream().anyMatch(field -> field.pii() == Pii.SENSITIVE)) {
            keys.add("consent.sensitive");
        }
        contents.forms().get(FolderLint.APPLY).fields().stream()
                .flatMap(field -> field.evidenceOf().stream())
                .forEach(list -> keys.add("consent." + list));
        if (model.all("process").stream()
                .anyMatch(process -> Bpmn.own(process, Letter.SHEET).isPresent())) {
            keys.add("sheet.title");
            keys.add("sheet.text");
        }
    }

    private void of(Element element, String... aspects) {
        for (var aspect : aspects) {
            keys.add("%s.%s".formatted(element.getAttribute("id"), aspect));
        }
    }
}
