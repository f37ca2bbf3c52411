package cn.qiaotong.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells the rest of the program what happens in the engine, in its own transaction, by listening to every element of every
 * model. On the way it takes role and deadline out of the engine, which must not write them, and hands the request on to
 * called processes.
 */
final class EngineEvents extends AbstractBpmnParseListener {

    private static final String LAST_END = "_lastEnd";

    private final ApplicationEventPublisher events;

    EngineEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        listen(definition, ExecutionListener.EVENTNAME_END, this::processEnded);
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var role = text(task.getCandidateGroupIdExpressions().stream().findFirst());
        var due = Optional.ofNullable(task.getDueDateExpression())
                .map(Object::toString)
                .flatMap(ExpressionGrammar::dueKey);
        task.getCandidateGroupIdExpressions().clear();
        task.setDueDateExpression(null);
        listen(task, TaskListener.EVENTNAME_CREATE, waiting -> opened(waiting, role, due));
        listen(task, TaskListener.EVENTNAME_COMPLETE, waiting -> closed(waiting, true));
        listen(task, TaskListener.EVENTNAME_DELETE, waiting -> closed(waiting, false));
    }

    private static String text(Optional<?> expression) {
        return expression.map(Object::toString).orElse("");
    }

    private static void listen(TaskDefinition task, String event, TaskListener listener) {
        task.addBuiltInTaskListener(event, listener);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
        ((CallableElementActivityBehavior) activity.getActivityBehavior())
                .getCallableElement()
                .setBusinessKeyValueProvider(new SameRequest());
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(activity, ExecutionListener.EVENTNAME_START, execution -> ((ExecutionEntity) execution)
                .getProcessInstance()
                .setVariableLocal(LAST_END, Variables.stringValue(activity.getId(), true)));
        reached(element, activity);
    }

    private void reached(Element element, ActivityImpl activity) {
        var type = element.getTagName();
        listen(
                activity,
                ExecutionListener.EVENTNAME_START,
                execution -> events.publishEvent(
                        new StepReached(request(execution), processKey(execution), activity.getId(), type)));
    }

    private static void listen(ScopeImpl scope, String event, ExecutionListener listener) {
        scope.addBuiltInListener(event, listener);
    }

    private void opened(DelegateTask task, String role, Optional<String> due) {
        var execution = task.getExecution();
        events.publishEvent(new TaskOpened(
                request(execution),
                new TaskId(task.getId()),
                processKey(execution),
                task.getTaskDefinitionKey(),
                role,
                due,
                turn(task)));
    }

    static Optional<Integer> turn(VariableScope scope) {
        return scope.getVariable("loopCounter") instanceof Integer counted
                ? Optional.of(counted + 1)
                : Optional.empty();
    }

    private void closed(DelegateTask task, boolean completed) {
        events.publishEvent(new TaskClosed(
                request(task.getExecution()), new TaskId(task.getId()), task.getTaskDefinitionKey(), completed));
    }

    private void processEnded(DelegateExecution execution) {
        if (execution.getVariableLocal(LAST_END) instanceof String outcome) {
            events.publishEvent(new ProcessEnded(request(execution), processKey(execution), outcome));
        }
    }

    private static RequestId request(DelegateExecution execution) {
        if (execution == null) {
            // the engine still calls the listeners of a task whose process somebody else has just moved on
            throw new LostRace("The task", null);
        }
        return RequestId.of(execution.getProcessBusinessKey());
    }

    private static String processKey(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getProcessDefinition().getKey();
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        reached(element, activity);
    }

    /** Gives a called process the business key of its caller. */
    private static final class SameRequest implements ParameterValueProvider {

        @Override
        public Object getValue(VariableScope scope) {
            return ((ExecutionEntity) scope).getProcessBusinessKey();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
