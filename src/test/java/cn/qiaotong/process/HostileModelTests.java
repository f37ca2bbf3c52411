package cn.qiaotong.process;

import static cn.qiaotong.process.Models.end;
import static cn.qiaotong.process.Models.flows;
import static cn.qiaotong.process.Models.process;
import static cn.qiaotong.process.Models.start;
import static cn.qiaotong.process.Models.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who may write a model could try, and the answer each attempt gets. */
class HostileModelTests {

    private static final String WORD =
            "model.bpmn, element 'act': calls something else than a word; write camunda:delegateExpression=\"${word}\"";
    private static final String NO_WORD =
            "model.bpmn, element 'act': says no word; write camunda:delegateExpression=\"${word}\"";
    private static final String SCRIPT =
            "model.bpmn, element 'act': runs a script; say a word of the program in a service task instead";
    private static final String LISTENER =
            "model.bpmn, element 'act': has a listener; remove it, the program listens by itself";
    private static final String PEOPLE = "model.bpmn, element 'act': names people; name one role in"
            + " camunda:candidateGroups, people are found by the program";
    private static final String ROLE =
            "model.bpmn, element 'act': is not for exactly one role; write one role key in camunda:candidateGroups";
    private static final String DUE = ": has another time than a deadline; write ${due.at('key')}";
    private static final String MAPPING =
            "model.bpmn, element 'act': maps more than a variable; name one variable in source and one in target";
    private static final String TEXT =
            "model.bpmn, element 'act': has an expression in its text; write the text itself";

    @BeforeEach
    void clear() {
        Bench.Marker.touched = false;
    }

    static Stream<Arguments> offenders() {
        return Stream.of(
                // code by name
                service("camunda:class=\"cn.qiaotong.process.Bench$Marker\"", WORD),
                service("camunda:expression=\"${marker.touch()}\"", WORD),
                service("camunda:expression=\"${complete}\"", WORD),
                service("camunda:type=\"external\" camunda:topic=\"t\"", WORD),
                service("camunda:type=\"mail\"", WORD),
                service("camunda:type=\"shell\"", WORD),
                service("implementation=\"java\"", WORD),
                service("operationRef=\"o\"", WORD),
                service("camunda:decisionRef=\"fee\"", unknown("attribute", "decisionRef")),
                service("camunda:resultVariable=\"x\"", unknown("attribute", "resultVariable")),
                service("camunda:taskPriority=\"${marker.touch()}\"", unknown("attribute", "taskPriority")),
                service("camunda:jobPriority=\"${marker.touch()}\"", unknown("attribute", "jobPriority")),
                service("", NO_WORD),
                // words that are none
                delegate("${marker.touch()}", NO_WORD),
                delegate("${dataSource.connection.close()}", NO_WORD),
                delegate("${''.getClass().forName('java.lang.Runtime')}", NO_WORD),
                delegate("${''['class']}", NO_WORD),
                delegate("#{refer}", NO_WORD),
                delegate("${refer}${refer}", NO_WORD),
                delegate("${refer == refer}", NO_WORD),
                delegate("refer", NO_WORD),
                delegate(
                        "${marker}",
                        "model.bpmn, element 'act': says the unknown word 'marker'; use one of [refer, screen]"),
                delegate(
                        "${dataSource}",
                        "model.bpmn, element 'act': says the unknown word 'dataSource'; use one of [refer, screen]"),
                delegate(
                        "${due}", "model.bpmn, element 'act': says the unknown word 'due'; use one of [refer, screen]"),
                // elements that run things
                element(
                        "<bpmn:scriptTask id=\"act\" scriptFormat=\"groovy\"><bpmn:script>x</bpmn:script></bpmn:scriptTask>",
                        SCRIPT),
                element("<bpmn:scriptTask id=\"act\" camunda:resource=\"x.groovy\"/>", SCRIPT),
                element(
                        "<bpmn:businessRuleTask id=\"act\" camunda:decisionRef=\"fee\"/>",
                        "model.bpmn, element 'act': is a business-rule task; say the word that decides in a service task instead"),
                element(
                        "<bpmn:sendTask id=\"act\" camunda:class=\"x.Y\"/>",
                        "model.bpmn, element 'act': sends by itself; say a word in a service task instead"),
                element("<bpmn:receiveTask id=\"act\"/>", unknown("element", "receiveTask")),
                element("<bpmn:transaction id=\"act\"/>", unknown("element", "transaction")),
                element("<bpmn:adHocSubProcess id=\"act\"/>", unknown("element", "adHocSubProcess")),
                // extensions
                extension("<camunda:executionListener class=\"x.Y\" event=\"start\"/>", LISTENER),
                extension("<camunda:executionListener expression=\"${marker.touch()}\" event=\"end\"/>", LISTENER),
                extension(
                        "<camunda:executionListener event=\"end\"><camunda:script/></camunda:executionListener>",
                        LISTENER),
                extension("<camunda:taskListener delegateExpression=\"${refer}\" event=\"create\"/>", LISTENER),
                extension(
                        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>", WORD),
                extension(
                        "<camunda:field name=\"x\"><camunda:expression>${marker}</camunda:expression></camunda:field>",
                        "model.bpmn, element 'act': injects a field; give the word an input parameter instead"),
                extension("<camunda:script scriptFormat=\"groovy\">x</camunda:script>", SCRIPT),
                extension(
                        "<camunda:errorEventDefinition expression=\"${marker.touch()}\"/>",
                        unknown("element", "errorEventDefinition")),
                extension(
                        "<camunda:formData/>",
                        "model.bpmn, element 'act': draws a form in the model; put it into a .form file"),
                extension("<camunda:failedJobRetryTimeCycle>${marker.touch()}</camunda:failedJobRetryTimeCycle>", TEXT),
                extension(
                        "<a:x xmlns:a=\"http://activiti.org/bpmn\"/>",
                        "model.bpmn, element 'act': speaks the language http://activiti.org/bpmn; use BPMN and camunda: only"),
                parameter("<camunda:script scriptFormat=\"groovy\">x</camunda:script>", SCRIPT),
                parameter("<camunda:list><camunda:value>x</camunda:value></camunda:list>", unknown("element", "list")),
                parameter("<camunda:map/>", unknown("element", "map")),
                parameter(
                        "${marker.touch()}",
                        condition(
                                "${marker.touch()}",
                                "has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                parameter("a ${marker} b", condition("a ${marker} b", "is not one whole ${…}; write it so")),
                parameter(
                        "${ma<!-- -->rker.touch()}",
                        condition(
                                "${marker.touch()}",
                                "has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                parameter(
                        "<![CDATA[${marker.touch()}]]>",
                        condition(
                                "${marker.touch()}",
                                "has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                parameter(
                        "&#36;{marker.touch()}",
                        condition(
                                "${marker.touch()}",
                                "has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                parameter(
                        "${due.at('x')}",
                        "model.bpmn, element 'act': asks for a deadline in a condition; use a timer instead"),
                // user tasks
                user("camunda:assignee=\"demo\"", PEOPLE),
                user("camunda:assignee=\"${who}\"", PEOPLE),
                user("camunda:candidateUsers=\"a,b\"", PEOPLE),
                element("<bpmn:userTask id=\"act\"/>", ROLE),
                element("<bpmn:userTask id=\"act\" camunda:candidateGroups=\"a,b\"/>", ROLE),
                element(
                        "<bpmn:userTask id=\"act\" camunda:candidateGroups=\"${district}\"/>",
                        "model.bpmn, element 'act': has an expression in the attribute candidateGroups; write the text itself"),
                user(
                        "camunda:formKey=\"${marker.touch()}\"",
                        "model.bpmn, element 'act': has an expression in the attribute formKey; write the text itself"),
                user(
                        "name=\"${marker.touch()}\"",
                        "model.bpmn, element 'act': has an expression in the attribute name; write the text itself"),
                user("camunda:dueDate=\"2026-01-01T00:00:00\"", "model.bpmn, element 'act'" + DUE),
                user("camunda:dueDate=\"${marker.touch()}\"", "model.bpmn, element 'act'" + DUE),
                user("camunda:followUpDate=\"${marker.touch()}\"", unknown("attribute", "followUpDate")),
                user("camunda:priority=\"${marker.touch()}\"", unknown("attribute", "priority")),
                element(
                        "<bpmn:userTask id=\"act\" camunda:candidateGroups=\"leader\"><bpmn:documentation>${marker.touch()}</bpmn:documentation></bpmn:userTask>",
                        TEXT),
                element(
                        "<bpmn:userTask id=\"act\" camunda:candidateGroups=\"leader\"><bpmn:potentialOwner/></bpmn:userTask>",
                        PEOPLE),
                // calls
                element(
                        "<bpmn:callActivity id=\"act\" calledElement=\"a\"/>",
                        "model.bpmn, element 'act': calls a process of any version; write camunda:calledElementBinding=\"deployment\""),
                element(
                        "<bpmn:callActivity id=\"act\" calledElement=\"a\" camunda:calledElementBinding=\"latest\"/>",
                        "model.bpmn, element 'act': calls a process of any version; write camunda:calledElementBinding=\"deployment\""),
                call(
                        "calledElement=\"${marker.touch()}\"",
                        "",
                        "model.bpmn, element 'act': has an expression in the attribute calledElement; write the text itself"),
                call("calledElement=\"a\" camunda:variableMappingClass=\"x.Y\"", "", WORD),
                call("calledElement=\"a\"", "<camunda:in variables=\"all\"/>", MAPPING),
                call(
                        "calledElement=\"a\"",
                        "<camunda:in sourceExpression=\"${marker.touch()}\" target=\"x\"/>",
                        MAPPING),
                call(
                        "calledElement=\"a\"",
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>",
                        "model.bpmn, element 'act': passes the business key; remove it, the request follows by itself"),
                call(
                        "calledElement=\"a\"",
                        "<camunda:in source=\"a.b\" target=\"x\"/>",
                        "model.bpmn, element 'act': has no plain name in source; write a name of letters, digits and '_'"),
                // events
                boundary(
                        "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>",
                        "model.bpmn, element 'late'" + DUE),
                boundary(
                        "<bpmn:timerEventDefinition><bpmn:timeDate>2026-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition>",
                        "model.bpmn, element 'late'" + DUE),
                boundary(
                        "<bpmn:timerEventDefinition><bpmn:timeDate>${due.at(key)}</bpmn:timeDate></bpmn:timerEventDefinition>",
                        "model.bpmn, element 'late'" + DUE),
                boundary(
                        "<bpmn:timerEventDefinition><bpmn:timeDate>${marker.touch()}</bpmn:timeDate></bpmn:timerEventDefinition>",
                        "model.bpmn, element 'late'" + DUE),
                boundary(
                        "<bpmn:signalEventDefinition signalRef=\"s\"/>",
                        "model.bpmn, element 'late': waits for a signal, which reaches every request; use a message instead"),
                boundary(
                        "<bpmn:conditionalEventDefinition/>",
                        "model.bpmn, element 'late': waits for a condition; use a message or a deadline instead"),
                boundary(
                        "<bpmn:compensateEventDefinition/>",
                        "model.bpmn, element 'late': has the element compensateEventDefinition, which no model may use; remove it"),
                boundary("<bpmn:errorEventDefinition/>", ANY_ERROR),
                boundary("<bpmn:errorEventDefinition errorRef=\"error-any\"/>", ANY_ERROR),
                boundary(
                        "<bpmn:errorEventDefinition errorRef=\"error-closed\" camunda:errorMessageVariable=\"m\"/>",
                        "model.bpmn, element 'late': stores the text of an error; keep the code only, in camunda:errorCodeVariable"),
                // conditions
                flow(
                        "<bpmn:conditionExpression>${marker.touch()}</bpmn:conditionExpression>",
                        flowCondition(
                                "${marker.touch()}",
                                "has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                flow(
                        "<bpmn:conditionExpression>true</bpmn:conditionExpression>",
                        flowCondition("true", "is not one whole ${…}; write it so")),
                flow(
                        "<bpmn:conditionExpression language=\"groovy\">true</bpmn:conditionExpression>",
                        "model.bpmn, element 'way': runs a script; say a word of the program in a service task instead"),
                flow(
                        "<bpmn:conditionExpression camunda:resource=\"x.groovy\"/>",
                        "model.bpmn, element 'way': runs a script; say a word of the program in a service task instead"),
                flow(
                        "<bpmn:conditionExpression>${execution.setVariable('a', 1)}</bpmn:conditionExpression>",
                        flowCondition(
                                "${execution.setVariable('a', 1)}",
                                "has 'execution' where none may stand; use variables, comparisons, and, or, not, or due.at('key')")),
                // multi-instance and starts
                extensionless(
                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${list}\"/>",
                        unknown("attribute", "collection")),
                extensionless(
                        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${many}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
                        "model.bpmn, element 'act': repeats and is no sub-process; draw a sub-process around what each branch does"),
                repeated(
                        "",
                        "<bpmn:loopCardinality>${many}</bpmn:loopCardinality>",
                        "model.bpmn, element 'act': repeats for something else than the branches; write ${referrals}"),
                repeated(
                        "",
                        "<bpmn:loopCardinality>3</bpmn:loopCardinality>",
                        "model.bpmn, element 'act': repeats for something else than the branches; write ${referrals}"),
                repeated(
                        "",
                        "<bpmn:loopCardinality>${marker.touch()}</bpmn:loopCardinality>",
                        "model.bpmn, element 'act': repeats for something else than the branches; write ${referrals}"),
                repeated(
                        "",
                        "",
                        "model.bpmn, element 'act': repeats without an end; write the loopCardinality ${referrals}"),
                repeated(
                        "isSequential=\"true\"",
                        "<bpmn:loopCardinality>${referrals}</bpmn:loopCardinality>",
                        "model.bpmn, element 'act': asks one branch after the other; make it parallel"),
                repeated(
                        "",
                        "<bpmn:loopCardinality>${referrals}</bpmn:loopCardinality><bpmn:completionCondition>${done}</bpmn:completionCondition>",
                        unknown("element", "completionCondition")),
                raw(
                        "<bpmn:startEvent id=\"act\">%s</bpmn:startEvent>".formatted(Models.timer("x")),
                        "model.bpmn, element 'act': starts a process by itself; start it plainly, the program starts it for a request"));
    }

    private static final String ANY_ERROR = "model.bpmn, element 'late': catches or throws an error without a code,"
            + " failures of the program included; give it an errorRef whose errorCode is the code of a rejection";

    private static String unknown(String kind, String name) {
        return "model.bpmn, element 'act': has the %s %s, which no model may use; remove it".formatted(kind, name);
    }

    private static String condition(String expression, String problem) {
        return "model.bpmn, element 'act': the expression %s %s; keep to variables, literals, comparisons, and, or, not"
                .formatted(expression, problem);
    }

    private static String flowCondition(String expression, String problem) {
        return condition(expression, problem).replace("'act'", "'way'");
    }

    private static Arguments raw(String body, String refusal) {
        return Arguments.of(body, refusal);
    }

    private static Arguments element(String act, String refusal) {
        return raw(start() + act + end("done") + flows("apply", "act", "done"), refusal);
    }

    private static Arguments repeated(String attributes, String inside, String refusal) {
        return element(
                """
                <bpmn:subProcess id="act"><bpmn:multiInstanceLoopCharacteristics %s>%s</bpmn:multiInstanceLoopCharacteristics>
                <bpmn:startEvent id="inner"/></bpmn:subProcess>
                """
                        .formatted(attributes, inside),
                refusal);
    }

    private static Arguments service(String attributes, String refusal) {
        return element("<bpmn:serviceTask id=\"act\" %s/>".formatted(attributes), refusal);
    }

    private static Arguments delegate(String word, String refusal) {
        return service("camunda:delegateExpression=\"%s\"".formatted(word), refusal);
    }

    private static Arguments extension(String extension, String refusal) {
        return element(
                Models.step("act", "refer", "<bpmn:extensionElements>%s</bpmn:extensionElements>".formatted(extension)),
                refusal);
    }

    private static Arguments extensionless(String inside, String refusal) {
        return element(Models.step("act", "refer", inside), refusal);
    }

    private static Arguments parameter(String content, String refusal) {
        return extension(
                "<camunda:inputOutput><camunda:inputParameter name=\"a\">%s</camunda:inputParameter></camunda:inputOutput>"
                        .formatted(content),
                refusal);
    }

    private static Arguments user(String attributes, String refusal) {
        return element(
                "<bpmn:userTask id=\"act\" camunda:candidateGroups=\"leader\" %s/>".formatted(attributes), refusal);
    }

    private static Arguments call(String attributes, String inside, String refusal) {
        return element(
                "<bpmn:callActivity id=\"act\" camunda:calledElementBinding=\"deployment\" %s><bpmn:extensionElements>%s</bpmn:extensionElements></bpmn:callActivity>"
                        .formatted(attributes, inside),
                refusal);
    }

    private static Arguments boundary(String definition, String refusal) {
        return raw(
                start()
                        + task("act", "leader")
                        + end("done")
                        + flows("apply", "act", "done")
                        + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"act\">%s</bpmn:boundaryEvent>"
                                .formatted(definition)
                        + end("gone")
                        + flows("late", "gone"),
                refusal);
    }

    private static Arguments flow(String condition, String refusal) {
        return raw(
                start()
                        + task("act", "leader")
                        + end("done")
                        + flows("apply", "act")
                        + "<bpmn:sequenceFlow id=\"way\" sourceRef=\"act\" targetRef=\"done\">%s</bpmn:sequenceFlow>"
                                .formatted(condition),
                refusal);
    }

    @ParameterizedTest
    @MethodSource("offenders")
    void areRefusedWithTheirFix(String body, String refusal) {
        var processes = Bench.on(Database.H2).processes;

        assertThatThrownBy(() -> processes.deploy("hostile", Map.of("model.bpmn", process("hostile", body))))
                .isInstanceOf(ModelRefused.class)
                .hasMessage(refusal);
        assertThat(Bench.Marker.touched).isFalse();
    }

    /** The engine goes by local names, so an element of the drawing's language inside a process would run. */
    @Test
    void cannotHideInTheLanguageOfTheDrawing() {
        var processes = Bench.on(Database.H2).processes;
        var hidden = start()
                + "<d:scriptTask xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"act\" scriptFormat=\"x\"/>"
                + "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\"><bpmn:scriptTask id=\"b\"/></d:BPMNDiagram>"
                + end("done") + flows("apply", "act", "done");

        assertThatThrownBy(() -> processes.deploy("hidden", Map.of("model.bpmn", process("hidden", hidden))))
                .hasMessage("model.bpmn, element 'act': speaks the language"
                        + " http://www.omg.org/spec/BPMN/20100524/DI; use BPMN and camunda: only");
    }

    @Test
    void mayBeDrawn() {
        var processes = Bench.on(Database.H2).processes;
        var drawing = "<d:BPMNDiagram xmlns:d=\"http://www.omg.org/spec/BPMN/20100524/DI\" id=\"d\">"
                + "<d:BPMNPlane id=\"p\" bpmnElement=\"drawing\"/></d:BPMNDiagram>";
        var model = new String(
                        process("drawing", start() + end("done") + flows("apply", "done")), StandardCharsets.UTF_8)
                .replace("</bpmn:definitions>", drawing + "</bpmn:definitions>");

        assertThatCode(() -> processes.deploy("drawing", Map.of("m.bpmn", model.getBytes(StandardCharsets.UTF_8))))
                .doesNotThrowAnyException();
    }

    @Test
    void areSpreadOverManyWays() {
        assertThat(offenders()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><d>&e;</d>",
                "<!DOCTYPE d [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>",
                "<bpmn:definitions",
                ""
            })
    void areReadWithoutLookingOutside(String xml) {
        var processes = Bench.on(Database.H2).processes;

        assertThatThrownBy(() -> processes.deploy("xml", Map.of("model.bpmn", xml.getBytes(StandardCharsets.UTF_8))))
                .hasMessage("model.bpmn, element '?': is not plain XML; remove any DOCTYPE and close every element");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.groovy", "model.cmmn", "../model.bpmn", "model.bpmn20.xml", "model"})
    void mayNotBringOtherFiles(String name) {
        var processes = Bench.on(Database.H2).processes;

        assertThatThrownBy(() -> processes.deploy("files", Map.of(name, new byte[] {1})))
                .hasMessage(
                        name + ", element '?': is no file of a service; keep .bpmn, .dmn, .form, .yaml or .properties");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function() external {java: {class: \"java.lang.Runtime\"}}",
                "function(a) e&#120;ternal {}",
                "<![CDATA[{f: function() external {}}]]>"
            })
    void mayNotCallJavaFromADecision(String feel) {
        var processes = Bench.on(Database.H2).processes;

        assertThatThrownBy(() -> processes.deploy("dmn", Map.of("fee.dmn", decision("<text>" + feel + "</text>"))))
                .hasMessage("fee.dmn, element 'rule': calls an external function; use the functions that FEEL has");
        assertThatThrownBy(() ->
                        processes.deploy("dmn", Map.of("fee.dmn", decision("<functionDefinition kind=\"Java\"/>"))))
                .hasMessage("fee.dmn, element 'rule': calls an external function; use the functions that FEEL has");
        assertThatCode(() -> processes.deploy("dmn", Map.of("fee.dmn", decision("<text>internal</text>"))))
                .doesNotThrowAnyException();
    }

    private static byte[] decision(String inside) {
        return "<definitions><decision id=\"fee\"><rule id=\"rule\">%s</rule></decision></definitions>"
                .formatted(inside)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void areAnsweredInOurWordsWhenOnlyTheEngineSeesTheFault() {
        var processes = Bench.on(Database.H2).processes;

        assertThatThrownBy(() -> processes.deploy(
                        "twice",
                        Map.of("twice.bpmn", process("twice", start() + end("twice") + flows("apply", "twice")))))
                .hasMessage("twice.bpmn, element '?': the engine cannot read it;"
                        + " cvc-id.2: There are multiple occurrences of ID value 'twice'.");
    }

    static Stream<String> secondWall() {
        return Stream.of(
                "camunda:class=\"cn.qiaotong.process.Bench$Marker\"",
                "camunda:expression=\"${marker.touch()}\"",
                "camunda:expression=\"${''.getClass().forName('cn.qiaotong.process.Bench$Marker').getConstructor().newInstance().touch()}\"",
                "camunda:expression=\"${''['class']}\"",
                "camunda:delegateExpression=\"${marker}\"",
                "camunda:delegateExpression=\"${dataSource}\"");
    }

    @ParameterizedTest
    @MethodSource("secondWall")
    void failInTheEngineWhenTheyPassTheFirstWall(String attributes) {
        var bench = Bench.on(Database.H2);

        assertThatThrownBy(() -> runUnchecked(bench, "<bpmn:serviceTask id=\"act\" %s/>".formatted(attributes)))
                .isInstanceOf(RuntimeException.class);

        assertThat(Bench.Marker.touched).isFalse();
    }

    @Test
    void findNoScriptEngineWhenTheyPassTheFirstWall() {
        var bench = Bench.on(Database.H2);

        assertThatThrownBy(
                        () -> runUnchecked(
                                bench,
                                "<bpmn:scriptTask id=\"act\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"))
                .hasMessage("No script is run: javascript");
    }

    private static void runUnchecked(Bench bench, String act) {
        var key = "unchecked-" + UUID.randomUUID();
        bench.bean(RepositoryService.class)
                .createDeployment()
                .addInputStream(
                        "unchecked.bpmn",
                        new ByteArrayInputStream(
                                process(key, start() + act + end("done") + flows("apply", "act", "done"))))
                .deploy();
        bench.bean(RuntimeService.class)
                .startProcessInstanceByKey(key, UUID.randomUUID().toString());
    }
}
