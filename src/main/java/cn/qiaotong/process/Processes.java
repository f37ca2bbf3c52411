package cn.qiaotong.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * The processes that carry requests along. A request keeps the deployment it began with; calls join the caller's
 * transaction.
 */
@Component
public final class Processes {

    private static final int MOST = 1000;
    private static final int RETRIES = 3;

    private final Deployments deployments;
    private final RuntimeService runtime;
    private final ManagementService management;

    Processes(Deployments deployments, RuntimeService runtime, ManagementService management) {
        this.deployments = deployments;
        this.runtime = runtime;
        this.management = management;
    }

    /**
     * Deploys a folder as one unit; an unchanged folder keeps its deployment, a changed, added or missing file makes a new
     * one of all files.
     *
     * @throws ModelRefused when a model could do more than models may
     */
    public Deployment deploy(String folder, Map<String, byte[]> files) {
        return deployments.deploy(folder, files);
    }

    public byte[] resource(String deployment, String name) {
        return deployments.resource(deployment, name);
    }

    public List<String> resources(String deployment) {
        return deployments.resources(deployment);
    }

    public Model model(String deployment) {
        return deployments.model(deployment);
    }

    /** Starts a process of a deployment for a request; facts are null, booleans, codes, whole numbers and dates. */
    public void start(String deployment, String processKey, RequestId request, Map<String, ?> facts) {
        var checked = Facts.checked(facts);
        var definition = deployments.definition(deployment, processKey);
        EngineCall.race(
                "The start", () -> runtime.startProcessInstanceById(definition, request.businessKey(), checked));
    }

    /** Tells what carries a request along that facts have changed since it began; one that is over is told nothing. */
    public void tell(RequestId request, Map<String, ?> facts) {
        var checked = Facts.checked(facts);
        var roots = roots(request);
        EngineCall.race("The facts", () -> {
            roots.forEach(root -> runtime.setVariables(root, checked));
            return roots;
        });
    }

    /** Tells the request's processes that the applicant withdraws; false when none of them listens any more. */
    public boolean withdraw(RequestId request) {
        return message(request, "withdraw", Map.of());
    }

    /** Delivers a message to every process of the request that waits for it; false when none does. */
    public boolean message(RequestId request, String name, Map<String, ?> facts) {
        var checked = Facts.checked(facts);
        var waiting = instances(request).stream()
                .flatMap(instance -> runtime
                        .createEventSubscriptionQuery()
                        .eventType("message")
                        .eventName(name)
                        .processInstanceId(instance.getId())
                        .list()
                        .stream())
                .toList();
        waiting.forEach(subscription -> EngineCall.race("The message", () -> {
            runtime.messageEventReceived(name, subscription.getExecutionId(), checked);
            return subscription;
        }));
        return !waiting.isEmpty();
    }

    /** Ends all processes of a request without an outcome. */
    public void cancel(RequestId request) {
        var roots = roots(request);
        EngineCall.race("The cancellation", () -> {
            roots.forEach(root -> runtime.deleteProcessInstanceIfExists(root, "cancelled", false, true, false, false));
            return roots;
        });
    }

    /** Moves the deadline that a drawn timer waits for; false when it does not wait any more. */
    public boolean moveTimer(RequestId request, String element, Instant due) {
        var timers = instances(request).stream()
                .flatMap(instance -> timers(instance, element).stream())
                .toList();
        timers.forEach(timer -> EngineCall.race("The deadline", () -> {
            management.setJobDuedate(timer.getId(), Date.from(due));
            return timer;
        }));
        return !timers.isEmpty();
    }

    /** The drawn timers that stand no earlier than this, so many at most: those that nobody could date when they were set. */
    public List<SetTimer> timersFrom(Instant late, int most) {
        return management
                .createJobQuery()
                .timers()
                .duedateHigherThan(Date.from(late.minusMillis(1)))
                .listPage(0, most)
                .stream()
                .map(this::inOurWords)
                .toList();
    }

    private SetTimer inOurWords(Job timer) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(timer.getProcessInstanceId())
                .singleResult();
        var drawn = management
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return new SetTimer(
                RequestId.of(instance.getBusinessKey()),
                drawn.getActivityId(),
                timer.getCreateTime().toInstant());
    }

    private List<Job> timers(ProcessInstance instance, String element) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .timers()
                .list();
    }

    private List<String> roots(RequestId request) {
        return instances(request).stream()
                .filter(instance -> instance.getId().equals(instance.getRootProcessInstanceId()))
                .map(ProcessInstance::getId)
                .toList();
    }

    private List<ProcessInstance> instances(RequestId request) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.businessKey())
                .list();
    }

    /** The newest incidents, a thousand at most. */
    public List<Incident> incidents() {
        return runtime
                .createIncidentQuery()
                .incidentType(org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .desc()
                .listPage(0, MOST)
                .stream()
                .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
                .map(this::inOurWords)
                .toList();
    }

    private Incident inOurWords(org.camunda.bpm.engine.runtime.Incident incident) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(incident.getProcessInstanceId())
                .singleResult();
        return new Incident(
                incident.getId(),
                RequestId.of(instance.getBusinessKey()),
                deployments.processKey(incident.getProcessDefinitionId()),
                incident.getActivityId(),
                incident.getIncidentMessage(),
                incident.getIncidentTimestamp().toInstant());
    }

    /**
     * Lets the work of an incident run again, as often as new work may.
     *
     * @throws LostRace when the incident is no more
     */
    public void retry(String incident) {
        EngineCall.race("The incident", () -> {
            var found = runtime.createIncidentQuery().incidentId(incident).singleResult();
            EnsureUtil.ensureNotNull("incident", found);
            management.setJobRetries(found.getConfiguration(), RETRIES);
            return found;
        });
    }
}
