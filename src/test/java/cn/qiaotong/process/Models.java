package cn.qiaotong.process;

import java.nio.charset.StandardCharsets;

/** Small models for tests, written as the part that matters. */
final class Models {

    private Models() {}

    /** A file of one process with this body. */
    static byte[] process(String key, String body) {
        return file(
                """
                <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P30D">%s</bpmn:process>
                """
                        .formatted(key, body));
    }

    /** A file with these root elements. */
    static byte[] file(String roots) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="file" targetNamespace="qiaotong">
                <bpmn:message id="message-withdraw" name="withdraw"/>
                <bpmn:message id="message-answer" name="answer"/>
                <bpmn:error id="error-closed" errorCode="closed"/>
                <bpmn:error id="error-any"/>
                %s
                </bpmn:definitions>
                """
                .formatted(roots)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Plain arrows along these elements. */
    static String flows(String... elements) {
        var flows = new StringBuilder();
        for (var i = 1; i < elements.length; i++) {
            flows.append("<bpmn:sequenceFlow id=\"%1$s-to-%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\"/>"
                    .formatted(elements[i - 1], elements[i]));
        }
        return flows.toString();
    }

    static String start() {
        return "<bpmn:startEvent id=\"apply\"/>";
    }

    static String end(String id) {
        return "<bpmn:endEvent id=\"%s\"/>".formatted(id);
    }

    static String task(String id, String role) {
        return "<bpmn:userTask id=\"%s\" camunda:candidateGroups=\"%s\" camunda:dueDate=\"${due.at('%s')}\"/>"
                .formatted(id, role, id);
    }

    static String step(String id, String word) {
        return step(id, word, "");
    }

    static String step(String id, String word, String inside) {
        return "<bpmn:serviceTask id=\"%s\" camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${%s}\">%s</bpmn:serviceTask>"
                .formatted(id, word, inside);
    }

    static String timer(String key) {
        return """
                <bpmn:timerEventDefinition><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${due.at('%s')}</bpmn:timeDate>
                </bpmn:timerEventDefinition>
                """
                .formatted(key);
    }

    /** The event sub-process that listens for a withdrawal. */
    static String withdrawal() {
        return """
                <bpmn:subProcess id="withdraw" triggeredByEvent="true">
                  <bpmn:startEvent id="withdraw-asked" isInterrupting="true">
                    <bpmn:messageEventDefinition messageRef="message-withdraw"/>
                  </bpmn:startEvent>
                  %s%s
                </bpmn:subProcess>
                """
                .formatted(end("withdrawn"), flows("withdraw-asked", "withdrawn"));
    }

    /** Apply, one task for one role, done; and a withdrawal at any time. */
    static byte[] review(String key) {
        return process(
                key,
                start()
                        + task("review", "district-reviewer")
                        + end("done")
                        + flows("apply", "review", "done")
                        + withdrawal());
    }
}
