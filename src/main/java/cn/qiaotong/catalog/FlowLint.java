package cn.qiaotong.catalog;

import cn.qiaotong.process.ExpressionGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The rules of the ways through a model: no failure reaches back over a wait, only gateways split and always have a way to
 * go, conditions read what is known, and everything is drawn.
 */
final class FlowLint {

    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> GRAMMAR =
            Set.of("and", "or", "not", "true", "false", "null", "eq", "ne", "lt", "gt", "le", "ge");

    private final String file;
    private final Bpmn model;
    private final Set<String> facts;
    private final List<Problem> problems = new ArrayList<>();

    FlowLint(String file, Bpmn model, Set<String> facts) {
        this.file = file;
        this.model = model;
        this.facts = facts;
    }

    List<Problem> check() {
        model.all("userTask").forEach(this::goesOnAsync);
        model.all("intermediateCatchEvent").stream()
                .filter(event -> Bpmn.has(event, "messageEventDefinition"))
                .forEach(this::goesOnAsync);
        model.all("userTask", "serviceTask", "callActivity").forEach(this::oneWayOn);
        model.all("exclusiveGateway", "inclusiveGateway").forEach(this::gateway);
        model.all("sequenceFlow").forEach(this::flow);
        model.flowNodes().forEach(this::drawn);
        model.all("sequenceFlow").forEach(this::drawn);
        return problems;
    }

    private void goesOnAsync(Element wait) {
        model.from(wait).stream()
                .flatMap(flow -> model.byId(flow.getAttribute("targetRef")).stream())
                .filter(next -> !"true".equals(Bpmn.camunda(next, "asyncBefore")))
                .forEach(next -> problem(
                        next,
                        "set camunda:asyncBefore to true: it is the first step after the wait %s"
                                .formatted(wait.getAttribute("id"))));
    }

    private void oneWayOn(Element step) {
        if (model.from(step).size() > 1) {
            problem(step, "draw a gateway after it: only a gateway splits");
        }
    }

    private void gateway(Element gateway) {
        var outgoing = model.from(gateway);
        var standard = gateway.getAttribute("default");
        if (outgoing.size() > 1 && standard.isBlank()) {
            problem(gateway, "mark one of its %d flows as the default".formatted(outgoing.size()));
            return;
        }
        outgoing.stream()
                .filter(flow -> outgoing.size() > 1 && !flow.getAttribute("id").equals(standard))
                .filter(flow -> Bpmn.text(flow, "conditionExpression").isEmpty())
                .forEach(flow -> problem(flow, "say in a condition when this way is taken, or make it the default"));
    }

    private void flow(Element flow) {
        Bpmn.text(flow, "conditionExpression").ifPresent(condition -> {
            var outside = ExpressionGrammar.check(condition);
            outside.ifPresent(reason -> problem(flow, "the condition %s %s".formatted(condition, reason)));
            if (outside.isEmpty()) {
                names(condition)
                        .filter(name -> !facts.contains(name))
                        .forEach(name -> problem(
                                flow,
                                "%s is not known here: name a field with the property engine, or a decision of this folder"
                                        .formatted(name)));
            }
        });
    }

    private static Stream<String> names(String condition) {
        return NAME.matcher(TEXT.matcher(condition).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !GRAMMAR.contains(name));
    }

    private void drawn(Element element) {
        if (!model.isDrawn(element.getAttribute("id"))) {
            problem(element, "draw it: the diagram has no shape for it");
        }
    }

    private void problem(Element element, String fix) {
        problems.add(new Problem(file, element.getAttribute("id"), fix));
    }
}
