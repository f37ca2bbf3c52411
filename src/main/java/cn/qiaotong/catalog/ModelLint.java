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
 * The rules of a folder's models: names, roles, deadlines, words, defaults, the stated end of withdrawal and a drawing of
 * every element. What a model may call is refused by the engine's own policy as well; here the modeller is told the fix.
 */
final class ModelLint {

    private static final Pattern DUE = Pattern.compile("\\$\\{due\\.at\\('([a-z0-9-]+)'\\)}");
    private static final Pattern WORD = Pattern.compile("\\$\\{([a-zA-Z]+)}");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]*D");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Set<String> GRAMMAR =
            Set.of("and", "or", "not", "true", "false", "null", "eq", "ne", "lt", "gt", "le", "ge");

    private final String file;
    private final Bpmn model;
    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    ModelLint(String file, Bpmn model, Vocabulary vocabulary) {
        this.file = file;
        this.model = model;
        this.vocabulary = vocabulary;
    }

    List<Problem> check(boolean service) {
        process(service);
        model.all("userTask").forEach(this::userTask);
        model.all("serviceTask").forEach(this::serviceTask);
        model.all("intermediateCatchEvent").stream()
                .filter(event -> Bpmn.has(event, "messageEventDefinition"))
                .forEach(this::goesOnAsync);
        model.all("callActivity").forEach(this::callActivity);
        model.all("userTask", "serviceTask", "callActivity").forEach(this::oneWayOn);
        model.all("exclusiveGateway", "inclusiveGateway").forEach(this::gateway);
        model.all("timeDate")
                .forEach(timer -> due(parentId(timer), timer.getTextContent().strip()));
        model.all("sequenceFlow").forEach(this::flow);
        model.flowNodes().forEach(this::drawn);
        model.all("sequenceFlow").forEach(this::drawn);
        return problems;
    }

    private void process(boolean service) {
        var processes = model.all("process");
        if (processes.size() != 1) {
            problem("", "draw exactly one process in this file; it has %d".formatted(processes.size()));
            return;
        }
        var process = processes.get(0);
        var expected = file.substring(0, file.length() - ".bpmn".length());
        if (!process.getAttribute("id").equals(expected)) {
            problem(process, "give the process the id %s, the name of its file".formatted(expected));
        }
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            problem(process, "set isExecutable to true");
        }
        if (process.getAttribute("name").isBlank()) {
            problem(process, "give the process a name");
        }
        if (Bpmn.text(process, "documentation").isEmpty()) {
            problem(process, "say in the documentation what the process is for");
        }
        if (Bpmn.camunda(process, "versionTag").isBlank()) {
            problem(process, "set camunda:versionTag, for example 1.0.0");
        }
        if (!DAYS.matcher(Bpmn.camunda(process, "historyTimeToLive")).matches()) {
            problem(process, "set camunda:historyTimeToLive in days, for example P3650D");
        }
        if (service) {
            starters(process);
            start();
            withdrawal();
        }
    }

    private void start() {
        if (model.byId(FolderLint.APPLY)
                .filter(start -> start.getLocalName().equals("startEvent"))
                .isEmpty()) {
            problem(FolderLint.APPLY, "give the start event the id apply");
        }
    }

    private void starters(Element process) {
        var groups = Bpmn.camunda(process, "candidateStarterGroups");
        if (!vocabulary.roles().contains(groups)) {
            problem(process, "set camunda:candidateStarterGroups to one role: " + vocabulary.rolesListed());
        }
    }

    private void withdrawal() {
        var found = model.byId("withdraw").filter(element -> "true".equals(element.getAttribute("triggeredByEvent")));
        if (found.isEmpty()) {
            problem("withdraw", "draw the event sub-process withdraw, started by the message withdraw");
            return;
        }
        var message = model.inside(found.get(), "messageEventDefinition").stream()
                .flatMap(event -> model.byId(event.getAttribute("messageRef")).stream())
                .map(sent -> sent.getAttribute("name"))
                .findFirst();
        if (message.filter("withdraw"::equals).isEmpty()) {
            problem("withdraw", "start it by the message withdraw: that is how the program says it");
        }
        var until = Bpmn.property(found.get(), "until").flatMap(model::byId);
        if (until.filter(element -> element.getLocalName().equals("userTask")).isEmpty()) {
            problem("withdraw", "set the extension property until to the user task whose completion ends withdrawal");
        }
    }

    private void userTask(Element task) {
        var role = Bpmn.camunda(task, "candidateGroups");
        if (!vocabulary.roles().contains(role)) {
            problem(task, "set camunda:candidateGroups to one role: " + vocabulary.rolesListed());
        }
        due(task.getAttribute("id"), Bpmn.camunda(task, "dueDate"));
        goesOnAsync(task);
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

    private void due(String element, String expression) {
        var matcher = DUE.matcher(expression);
        if (!matcher.matches()) {
            problem(
                    element,
                    "say until when with ${due.at('key')}, where policies.yaml has a row of kind due with that key");
        } else if (!vocabulary.dueKeys().contains(matcher.group(1))) {
            problem(element, "add a row of kind due with the key %s to policies.yaml".formatted(matcher.group(1)));
        }
    }

    private void serviceTask(Element task) {
        var matcher = WORD.matcher(Bpmn.camunda(task, "delegateExpression"));
        if (!matcher.matches() || !vocabulary.words().contains(matcher.group(1))) {
            problem(task, "set camunda:delegateExpression to one of the words " + vocabulary.wordsListed());
        }
        if (!"true".equals(Bpmn.camunda(task, "asyncBefore"))) {
            problem(task, "set camunda:asyncBefore to true, so that a failure here loses nothing acknowledged");
        }
        if (!Bpmn.hasRetryCycle(task)) {
            problem(task, "set camunda:failedJobRetryTimeCycle, for example R5/PT1M");
        }
        inputs(task, matcher.matches() ? matcher.group(1) : "");
    }

    private void inputs(Element task, String word) {
        var decision = Bpmn.input(task, "decision");
        if (word.equals("decide") && decision.isEmpty()) {
            problem(task, "set the input decision to the name of a decision of this folder");
        }
        decision.filter(name -> !vocabulary.decisions().contains(name))
                .ifPresent(name -> problem(task, "add %s.dmn, or name a decision of this folder".formatted(name)));
    }

    private void callActivity(Element call) {
        if (!vocabulary.shared().contains(call.getAttribute("calledElement"))) {
            problem(call, "call one of the shared loops " + String.join(", ", vocabulary.shared()));
        }
        if (!"deployment".equals(Bpmn.camunda(call, "calledElementBinding"))) {
            problem(call, "set camunda:calledElementBinding to deployment");
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
                        .filter(name -> !vocabulary.facts().contains(name))
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

    private static String parentId(Element definition) {
        var node = definition.getParentNode().getParentNode();
        return ((Element) node).getAttribute("id");
    }

    private void problem(Element element, String fix) {
        problem(element.getAttribute("id"), fix);
    }

    private void problem(String element, String fix) {
        problems.add(new Problem(file, element, fix));
    }
}
