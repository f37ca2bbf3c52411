package cn.qiaotong.process;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements and attributes that a model may use; everything else is refused, so that a feature of the engine nobody
 * thought of is refused too. What people are likely to try has an answer of its own.
 */
final class ModelVocabulary {

    /** Why something is refused and what to do instead. */
    record Refusal(String problem, String fix) {}

    private static final Set<String> PLAIN = Set.of();
    private static final Map<String, Set<String>> BPMN = Map.ofEntries(
            entry("definitions", Set.of("targetNamespace", "exporter", "exporterVersion")),
            entry("process", Set.of("isExecutable", "isClosed", "processType")),
            entry("collaboration", Set.of("isClosed")),
            entry("participant", Set.of("processRef")),
            entry("laneSet", PLAIN),
            entry("lane", PLAIN),
            entry("flowNodeRef", PLAIN),
            entry("startEvent", Set.of("isInterrupting")),
            entry("endEvent", PLAIN),
            entry("boundaryEvent", Set.of("attachedToRef", "cancelActivity")),
            entry("intermediateCatchEvent", PLAIN),
            entry("intermediateThrowEvent", PLAIN),
            entry("userTask", Set.of("default")),
            entry("serviceTask", Set.of("default")),
            entry("callActivity", Set.of("calledElement", "default")),
            entry("subProcess", Set.of("triggeredByEvent", "default")),
            entry("exclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("inclusiveGateway", Set.of("default", "gatewayDirection")),
            entry("parallelGateway", Set.of("gatewayDirection")),
            entry("eventBasedGateway", Set.of("gatewayDirection", "eventGatewayType", "instantiate")),
            entry("sequenceFlow", Set.of("sourceRef", "targetRef")),
            entry("conditionExpression", PLAIN),
            entry("timerEventDefinition", PLAIN),
            entry("timeDate", PLAIN),
            entry("messageEventDefinition", Set.of("messageRef")),
            entry("message", PLAIN),
            entry("errorEventDefinition", Set.of("errorRef")),
            entry("error", Set.of("errorCode")),
            entry("escalationEventDefinition", Set.of("escalationRef")),
            entry("escalation", Set.of("escalationCode")),
            entry("terminateEventDefinition", PLAIN),
            entry("multiInstanceLoopCharacteristics", Set.of("isSequential")),
            entry("loopCardinality", PLAIN),
            entry("incoming", PLAIN),
            entry("outgoing", PLAIN),
            entry("documentation", Set.of("textFormat")),
            entry("textAnnotation", PLAIN),
            entry("text", PLAIN),
            entry("association", Set.of("sourceRef", "targetRef", "associationDirection")),
            entry("extensionElements", PLAIN));

    private static final Map<String, Set<String>> CAMUNDA_ATTRIBUTES = Map.ofEntries(
            entry("process", Set.of("historyTimeToLive", "versionTag", "candidateStarterGroups")),
            entry("startEvent", Set.of("asyncBefore", "formKey", "formRef", "formRefBinding")),
            entry("endEvent", Set.of("asyncBefore")),
            entry("intermediateThrowEvent", Set.of("asyncBefore")),
            entry("intermediateCatchEvent", Set.of("asyncBefore")),
            entry("exclusiveGateway", Set.of("asyncBefore")),
            entry("inclusiveGateway", Set.of("asyncBefore")),
            entry("parallelGateway", Set.of("asyncBefore")),
            entry("eventBasedGateway", Set.of("asyncBefore")),
            entry("subProcess", Set.of("asyncBefore", "asyncAfter")),
            entry(
                    "userTask",
                    Set.of(
                            "asyncBefore",
                            "asyncAfter",
                            "candidateGroups",
                            "dueDate",
                            "formKey",
                            "formRef",
                            "formRefBinding")),
            entry("serviceTask", Set.of("asyncBefore", "asyncAfter", "delegateExpression")),
            entry("callActivity", Set.of("asyncBefore", "asyncAfter", "calledElementBinding")),
            entry("errorEventDefinition", Set.of("errorCodeVariable")));

    private static final Map<String, Set<String>> CAMUNDA = Map.of(
            "inputOutput", PLAIN,
            "inputParameter", PLAIN,
            "outputParameter", PLAIN,
            "in", Set.of("source", "target"),
            "out", Set.of("source", "target"),
            "failedJobRetryTimeCycle", PLAIN,
            "properties", PLAIN,
            "property", Set.of("value"));

    private static final Set<String> ANYWHERE = Set.of("id", "name");
    private static final Refusal LISTENER = new Refusal("has a listener", "remove it, the program listens by itself");
    private static final Refusal SCRIPT =
            new Refusal("runs a script", "say a word of the program in a service task instead");
    private static final Refusal PEOPLE =
            new Refusal("names people", "name one role in camunda:candidateGroups, people are found by the program");
    private static final Refusal WORD =
            new Refusal("calls something else than a word", "write camunda:delegateExpression=\"${word}\"");
    private static final Refusal FORM = new Refusal("draws a form in the model", "put it into a .form file");
    private static final Refusal PLAIN_MAPPING =
            new Refusal("maps more than a variable", "name one variable in source and one in target");

    private static final Map<String, Refusal> KNOWN_OFFENDERS = Map.ofEntries(
            entry("scriptTask", SCRIPT),
            entry("script", SCRIPT),
            entry("resource", SCRIPT),
            entry("scriptFormat", SCRIPT),
            entry("language", SCRIPT),
            entry("expressionLanguage", SCRIPT),
            entry("executionListener", LISTENER),
            entry("taskListener", LISTENER),
            entry("connector", WORD),
            entry("class", WORD),
            entry("expression", WORD),
            entry("type", WORD),
            entry("topic", WORD),
            entry("implementation", WORD),
            entry("operationRef", WORD),
            entry("delegateExpression", WORD),
            entry("variableMappingClass", WORD),
            entry("sendTask", new Refusal("sends by itself", "say a word in a service task instead")),
            entry(
                    "businessRuleTask",
                    new Refusal("is a business-rule task", "say the word that decides in a service task instead")),
            entry(
                    "signalEventDefinition",
                    new Refusal("waits for a signal, which reaches every request", "use a message instead")),
            entry(
                    "conditionalEventDefinition",
                    new Refusal("waits for a condition", "use a message or a deadline instead")),
            entry("field", new Refusal("injects a field", "give the word an input parameter instead")),
            entry("assignee", PEOPLE),
            entry("candidateUsers", PEOPLE),
            entry("potentialOwner", PEOPLE),
            entry("formData", FORM),
            entry("formProperty", FORM),
            entry("formHandlerClass", FORM),
            entry("sourceExpression", PLAIN_MAPPING),
            entry("variables", PLAIN_MAPPING),
            entry("local", PLAIN_MAPPING),
            entry("businessKey", new Refusal("passes the business key", "remove it, the request follows by itself")),
            entry("timeDuration", new Refusal("counts time by itself", "write ${due.at('key')} in a timeDate")),
            entry("timeCycle", new Refusal("repeats by itself", "write ${due.at('key')} in a timeDate")),
            entry(
                    "errorMessageVariable",
                    new Refusal("stores the text of an error", "keep the code only, in camunda:errorCodeVariable")));

    private ModelVocabulary() {}

    static boolean knowsElement(boolean camunda, String element) {
        return (camunda ? CAMUNDA : BPMN).containsKey(element);
    }

    static boolean knowsAttribute(boolean camunda, String element, String attribute) {
        return ANYWHERE.contains(attribute)
                || (camunda ? CAMUNDA : BPMN).getOrDefault(element, PLAIN).contains(attribute);
    }

    static boolean knowsCamundaAttribute(String element, String attribute) {
        return CAMUNDA_ATTRIBUTES.getOrDefault(element, PLAIN).contains(attribute);
    }

    static Refusal refusal(String kind, String name) {
        return Optional.ofNullable(KNOWN_OFFENDERS.get(name))
                .orElseGet(
                        () -> new Refusal("has the %s %s, which no model may use".formatted(kind, name), "remove it"));
    }
}
