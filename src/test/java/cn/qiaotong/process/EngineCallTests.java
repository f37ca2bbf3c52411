package cn.qiaotong.process;

import static cn.qiaotong.process.Models.end;
import static cn.qiaotong.process.Models.flows;
import static cn.qiaotong.process.Models.process;
import static cn.qiaotong.process.Models.start;
import static cn.qiaotong.process.Models.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.junit.jupiter.api.Test;

class EngineCallTests {

    private final Bench bench = Bench.on(Database.H2);

    private static Object call(Runnable engine) {
        return EngineCall.race("The task", () -> {
            engine.run();
            return engine;
        });
    }

    @Test
    void takesAChangedRowForALostRace() {
        var late = new OptimisticLockingException("changed");

        assertThatThrownBy(() -> call(() -> {
                    throw late;
                }))
                .isInstanceOf(LostRace.class)
                .hasMessage("The task was decided by someone else")
                .hasCause(late);
    }

    @Test
    void takesAMissingRowForALostRaceThroughAListenerToo() {
        assertThatThrownBy(() -> call(() -> {
                    try {
                        EnsureUtil.ensureNotNull("task", (Object) null);
                    } catch (RuntimeException missing) {
                        throw new ProcessEngineException("in a listener", missing);
                    }
                }))
                .isInstanceOf(LostRace.class);
    }

    @Test
    void leavesOurOwnFaultsAlone() {
        var fault = new NullPointerException("ours");
        var wrapped = new ProcessEngineException("in a listener", fault);
        var other = new ProcessEngineException("the engine's own");

        assertThatThrownBy(() -> call(() -> {
                    throw fault;
                }))
                .isSameAs(fault);
        assertThatThrownBy(() -> call(() -> {
                    throw wrapped;
                }))
                .isSameAs(fault);
        assertThatThrownBy(() -> call(() -> {
                    throw other;
                }))
                .isSameAs(other);
    }

    @Test
    void passesOnWhatAWordThrowsWithoutADrawnPath() {
        var fault = new IllegalStateException("down");
        bench.say("screen", (request, inputs) -> {
            throw fault;
        });
        var request = bench.start(
                "passing",
                process(
                        "passing",
                        start() + task("review", "leader")
                                + "<bpmn:serviceTask id=\"look\" camunda:delegateExpression=\"${screen}\"/>"
                                + end("done")
                                + "<bpmn:boundaryEvent id=\"no\" attachedToRef=\"look\">"
                                + "<bpmn:errorEventDefinition errorRef=\"error-closed\"/></bpmn:boundaryEvent>"
                                + end("closed-end") + flows("apply", "review", "look", "done")
                                + flows("no", "closed-end")));

        assertThatThrownBy(() -> bench.complete(request, "review")).isSameAs(fault);
        bench.say("screen", (any, inputs) -> Map.of());
        bench.complete(request, "review");

        assertThat(bench.outcomes(request)).containsExactly("passing done");
    }
}
