package cn.qiaotong.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** One step as the engine calls it: the declared inputs in, facts out, a rejection turned into a BPMN error. */
final class StepCall implements JavaDelegate {

    private final Step step;

    StepCall(Step step) {
        this.step = step;
    }

    @Override
    public void execute(DelegateExecution delegate) {
        var execution = (ExecutionEntity) delegate;
        try {
            var facts = step.run(RequestId.of(execution.getProcessBusinessKey()), inputs(execution));
            execution.getProcessInstance().setVariables(Facts.checked(facts));
        } catch (StepRejected rejection) {
            throw new BpmnError(rejection.code());
        }
    }

    private static Map<String, String> inputs(ExecutionEntity execution) {
        var inputs = new HashMap<String, String>();
        EngineEvents.turn(execution).ifPresent(turn -> inputs.put(Step.TURN, String.valueOf(turn)));
        var mapping = execution.getActivity().getIoMapping();
        if (mapping != null) {
            mapping.getInputParameters().forEach(input -> {
                var given = execution.getVariableLocal(input.getName());
                if (given != null) {
                    inputs.put(input.getName(), given.toString());
                }
            });
        }
        return inputs;
    }
}
