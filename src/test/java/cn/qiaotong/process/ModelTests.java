package cn.qiaotong.process;

import static cn.qiaotong.process.Models.end;
import static cn.qiaotong.process.Models.flows;
import static cn.qiaotong.process.Models.process;
import static cn.qiaotong.process.Models.start;
import static cn.qiaotong.process.Models.step;
import static cn.qiaotong.process.Models.task;
import static cn.qiaotong.process.Models.timer;
import static cn.qiaotong.process.Models.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.process.Model.Node;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTests {

    private final Model.Drawing drawing = drawing();

    private static Model.Drawing drawing() {
        var processes = Bench.on(Database.H2).processes;
        var body = start() + task("review", "district-reviewer") + step("hand-on", "refer")
                + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"review\">" + timer("review-ends")
                + "</bpmn:boundaryEvent>"
                + "<bpmn:callActivity id=\"ask\" name=\"Ask\" calledElement=\"drawn\" camunda:calledElementBinding=\"deployment\"/>"
                + "<bpmn:userTask id=\"sign\" camunda:candidateGroups=\"leader\" camunda:formKey=\"camunda-forms:deployment:sign.form\"/>"
                + end("done") + end("expired") + flows("apply", "review", "hand-on", "ask", "sign")
                + flows("late", "expired")
                + "<bpmn:sequenceFlow id=\"way\" sourceRef=\"sign\" targetRef=\"done\">"
                + "<bpmn:conditionExpression>${signed}</bpmn:conditionExpression></bpmn:sequenceFlow>" + withdrawal();
        var deployment = processes.deploy("drawn", Map.of("drawn.bpmn", process("drawn", body)));
        return processes.model(deployment.id()).drawing("drawn").orElseThrow();
    }

    private Node node(String id) {
        return drawing.node(id).orElseThrow();
    }

    @Test
    void knowsWhoATaskIsForAndUntilWhen() {
        assertThat(node("review").kind()).isEqualTo("userTask");
        assertThat(node("review").role()).contains("district-reviewer");
        assertThat(node("review").due()).contains("review");
        assertThat(node("sign").form()).contains("sign");
        assertThat(node("sign").due()).isEmpty();
    }

    @Test
    void knowsWordsCallsAndEvents() {
        assertThat(node("hand-on").word()).contains("refer");
        assertThat(node("ask").calls()).contains("drawn");
        assertThat(node("ask").name()).isEqualTo("Ask");
        assertThat(node("late").attachedTo()).contains("review");
        assertThat(node("late").event()).contains("timerEventDefinition");
        assertThat(node("late").due()).contains("review-ends");
        assertThat(node("withdrawn").parent()).contains("withdraw");
        assertThat(node("apply").parent()).isEmpty();
    }

    @Test
    void knowsTheArrowsAndTheDrawing() {
        assertThat(drawing.flows())
                .contains(new Model.Flow("apply-to-review", "apply", "review", java.util.Optional.empty()));
        assertThat(drawing.flows()).contains(new Model.Flow("way", "sign", "done", java.util.Optional.of("${signed}")));
        assertThat(drawing.xml()).startsWith("<?xml").contains("id=\"drawn\"");
        assertThat(drawing.nodes()).hasSize(11);
    }
}
