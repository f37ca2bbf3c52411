package cn.qiaotong.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/** The measured journey on the engine alone: the same acts as calls of its services, without pages and without a record. */
final class BareJourney implements Journey {

    private static final int VARIABLES = 10;

    private final ProcessEngine engine;
    private final String definition;
    private String instance = "";
    private int at;

    BareJourney(ProcessEngine engine, String definition) {
        this.engine = engine;
        this.definition = definition;
    }

    @Override
    public Progress advance(Latencies latencies) {
        if (instance.isEmpty()) {
            instance = Timed.get(latencies, "submit", () -> engine.getRuntimeService()
                    .startProcessInstanceById(definition, UUID.randomUUID().toString(), variables())
                    .getId());
            return Progress.MOVED;
        }
        var step = Steps.ALL.get(at);
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(step.element)
                .singleResult();
        if (task == null) {
            return Progress.NOT_YET;
        }
        Timed.run(latencies, "claim", () -> engine.getTaskService().claim(task.getId(), "person-" + step.castMember));
        Timed.run(latencies, "complete", () -> engine.getTaskService()
                .complete(task.getId(), new HashMap<>(step.answers)));
        return ++at == Steps.ALL.size() ? Progress.OVER : Progress.MOVED;
    }

    private static Map<String, Object> variables() {
        var variables = new HashMap<String, Object>();
        for (var i = 0; i < VARIABLES; i++) {
            variables.put("answer_" + i, i % 2 == 0 ? "answer-" + i : (Object) Boolean.TRUE);
        }
        return variables;
    }
}
