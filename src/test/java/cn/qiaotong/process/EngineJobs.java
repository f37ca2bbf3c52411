package cn.qiaotong.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.BeanFactory;

/** The engine's jobs and timers, run by hand and by element, as tests do while the job executor is off. */
public final class EngineJobs {

    private static final int MOST_STEPS = 100;

    private final ManagementService management;
    private final RuntimeService runtime;

    private EngineJobs(ManagementService management, RuntimeService runtime) {
        this.management = management;
        this.runtime = runtime;
    }

    public static EngineJobs of(BeanFactory beans) {
        return new EngineJobs(beans.getBean(ManagementService.class), beans.getBean(RuntimeService.class));
    }

    /** Runs the job or timer that waits at an element, due or not; what it throws arrives here. */
    public void run(RequestId request, String element) {
        var waiting = jobs(request).stream()
                .filter(job -> elementOf(job).equals(element))
                .toList();
        if (waiting.isEmpty()) {
            throw new AssertionError("No job waits at %s, only at %s".formatted(element, elements(request)));
        }
        waiting.forEach(job -> management.executeJob(job.getId()));
    }

    /** Runs every job of the request but its timers, until none is left. */
    public void runAll(RequestId request) {
        for (var i = 0; i < MOST_STEPS; i++) {
            var next = jobs(request).stream()
                    .filter(job -> job.getDuedate() == null && job.getRetries() > 0)
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            management.executeJob(next.get().getId());
        }
        throw new AssertionError("The request never comes to rest");
    }

    /** Runs the timers of the request that are due by the engine's clock, and the jobs that they leave. */
    public void runDue(RequestId request) {
        for (var timer : jobs(request)) {
            if (timer.getDuedate() != null && !timer.getDuedate().after(ClockUtil.getCurrentTime())) {
                management.executeJob(timer.getId());
            }
        }
        runAll(request);
    }

    /** Runs the timers of the request that are due by a time that has not come; others run what they leave. */
    public void runDueBy(RequestId request, Instant time) {
        jobs(request).stream()
                .filter(job -> job.getDuedate() != null
                        && !job.getDuedate().toInstant().isAfter(time))
                .forEach(timer -> management.executeJob(timer.getId()));
    }

    /** Whether nothing of the request is left to run but timers, and what has failed for good. */
    public boolean isAtRest(RequestId request) {
        return jobs(request).stream().noneMatch(job -> job.getDuedate() == null && job.getRetries() > 0);
    }

    /** Runs the timers of all requests that are due by the engine's clock, and the jobs that they leave. */
    public void runEveryDue() {
        var due = new Date(ClockUtil.getCurrentTime().getTime() + 1);
        management.createJobQuery().timers().duedateLowerThan(due).list().stream()
                .map(timer -> runtime.createProcessInstanceQuery()
                        .processInstanceId(timer.getProcessInstanceId())
                        .singleResult())
                .map(instance -> RequestId.of(instance.getBusinessKey()))
                .distinct()
                .forEach(this::runDue);
    }

    /** The elements at which jobs and timers of the request wait. */
    public List<String> elements(RequestId request) {
        return jobs(request).stream().map(this::elementOf).sorted().toList();
    }

    List<Job> jobs(RequestId request) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.businessKey()).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance).list().stream())
                .toList();
    }

    private String elementOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }
}
