package cn.qiaotong.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The rules of calling a shared loop: it is there, it stays the version that the request began with, and every error that
 * it can end with leads somewhere, because an error that nobody catches would end the whole request without an outcome.
 */
final class CallLint {

    private final String file;
    private final Bpmn model;
    private final SortedMap<String, Set<String>> loops;
    private final List<Problem> problems = new ArrayList<>();

    CallLint(String file, Bpmn model, SortedMap<String, Set<String>> loops) {
        this.file = file;
        this.model = model;
        this.loops = loops;
    }

    List<Problem> check() {
        model.all("callActivity").forEach(this::call);
        return problems;
    }

    private void call(Element call) {
        var loop = call.getAttribute("calledElement");
        if (!loops.containsKey(loop)) {
            problem(call, "call one of the shared loops " + String.join(", ", loops.keySet()));
        }
        if (!"deployment".equals(Bpmn.camunda(call, "calledElementBinding"))) {
            problem(call, "set camunda:calledElementBinding to deployment");
        }
        var caught = caught(call);
        loops.getOrDefault(loop, Set.of()).stream()
                .filter(error -> !caught.contains(error) && !caught.contains(Bpmn.ANY_ERROR))
                .forEach(error -> problem(
                        call,
                        "draw a boundary event for the error %s on it: the loop %s can end with it"
                                .formatted(error, loop)));
    }

    private Set<String> caught(Element call) {
        return model.all("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(call.getAttribute("id")))
                .map(model::error)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private void problem(Element call, String fix) {
        problems.add(new Problem(file, call.getAttribute("id"), fix));
    }
}
