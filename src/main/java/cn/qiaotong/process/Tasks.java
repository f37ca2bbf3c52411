package cn.qiaotong.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The waiting tasks of the engine. Who may see and complete one is not known here: that is the worklist's business. */
@Component
public final class Tasks {

    private final TaskService engine;

    Tasks(TaskService engine) {
        this.engine = engine;
    }

    /**
     * Completes a task and lets its process move on, in the caller's transaction.
     *
     * @throws LostRace when somebody else was faster
     */
    public void complete(TaskId task, Map<String, ?> facts) {
        var checked = Facts.checked(facts);
        EngineCall.race("The task", () -> {
            engine.complete(task.value(), checked);
            return task;
        });
    }
}
