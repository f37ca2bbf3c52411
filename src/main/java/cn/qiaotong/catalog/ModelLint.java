package cn.qiaotong.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The rules of a folder's models: names, roles, deadlines, words, defaults, the stated end of withdrawal and a drawing of
 * every element. What a model may call is refused by the engine's own policy as well; here the modeller is told the fix.
 */
final class ModelLint {

    static final String KIND = "kind";
    static final String ENQUIRY = "enquiry";

    private static final Set<String> REMEDIES = Set.of("district", "bank", "authority");

    private static final Pattern DUE = Pattern.compile("\\$\\{due\\.at\\('([a-z0-9-]+)'\\)}");
    private static final Pattern WORD = Pattern.compile("\\$\\{([a-zA-Z_]+)}");
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]*D");

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
        model.all("endEvent").forEach(this::remedy);
        model.all("boundaryEvent").forEach(this::silence);
        model.all("timeDate")
                .forEach(timer -> due(parentId(timer), timer.getTextContent().strip()));
        problems.addAll(new CallLint(file, model, vocabulary.loops()).check());
        problems.addAll(new FlowLint(file, model, vocabulary.facts()).check());
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
            kind(process);
            start();
            withdrawal();
        }
    }

    private void kind(Element process) {
        Bpmn.own(process, KIND)
                .filter(kind -> !kind.equals(ENQUIRY))
                .ifPresent(kind -> problem(process, "write enquiry as the property kind, or leave it out"));
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
        problems.addAll(new DepartmentLint(file, vocabulary).check(task));
        if (Bpmn.property(task, "uninvolved")
                .filter(word -> !word.equals("true"))
                .isPresent()) {
            problem(task, "set the extension property uninvolved to true, or remove it");
        }
    }

    private void remedy(Element end) {
        if (Bpmn.property(end, "remedy")
                .filter(word -> !REMEDIES.contains(word))
                .isPresent()) {
            problem(end, "write district, bank or authority as the property remedy, or leave it out");
        }
    }

    /** What it means that nobody said anything until a timer's time was over. */
    private void silence(Element event) {
        if (Bpmn.property(event, "silence")
                .filter(word -> !word.equals("complete")
                        || model.inside(event, "timerEventDefinition").isEmpty())
                .isPresent()) {
            problem(event, "write complete as the property silence of a timer, or leave it out");
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
