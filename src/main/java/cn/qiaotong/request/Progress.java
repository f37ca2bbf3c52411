package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.ProcessEnded;
import cn.qiaotong.process.TaskClosed;
import cn.qiaotong.process.TaskOpened;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the record in step with the engine: where a request stands, whether it can still be withdrawn, how it ended. Whoever is
 * asked for more may withdraw instead. What is done about a request once it has ended changes nothing of it.
 */
@Component
class Progress {

    private final RequestRows rows;
    private final SupplementRows supplements;
    private final PublicServices services;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Progress(
            RequestRows rows,
            SupplementRows supplements,
            PublicServices services,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.supplements = supplements;
        this.services = services;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened opened) {
        var request = rows.find(opened.request()).orElseThrow();
        if (!request.state().open()) {
            return;
        }
        rows.waitsFor(
                request.id(),
                isOwnStep(request, opened) ? RequestState.APPLICANT_STEP : RequestState.waitingFor(opened.role()));
        if (endsWithdrawal(request, opened.element())) {
            rows.withdrawable(request.id(), true);
        }
        if (opened.role().equals(Role.APPLICANT.key()) && supplements.sent(request.id(), clock.instant())) {
            rows.withdrawable(request.id(), true);
            events.publishEvent(new SupplementAsked(request.id()));
        }
    }

    @EventListener
    void on(TaskClosed closed) {
        if (closed.completed()) {
            var request = rows.find(closed.request()).orElseThrow();
            if (endsWithdrawal(request, closed.element())) {
                rows.withdrawable(request.id(), false);
            }
        }
    }

    /** A step of the applicant that has a form of its own; a supplement reduces the form of the application. */
    private boolean isOwnStep(Request request, TaskOpened opened) {
        return opened.role().equals(Role.APPLICANT.key())
                && services.version(request.service(), request.deployment())
                        .form(opened.element())
                        .isPresent();
    }

    private boolean endsWithdrawal(Request request, String element) {
        return services.version(request.service(), request.deployment())
                .withdrawalEndsWith()
                .equals(Optional.of(element));
    }

    @EventListener
    void on(ProcessEnded ended) {
        var request = rows.find(ended.request()).orElseThrow();
        if (!ended.processKey().equals(request.service())) {
            return;
        }
        rows.close(request.id(), RequestState.endedBy(ended.outcome()), ended.outcome(), clock.instant());
        events.publishEvent(new RequestClosed(request.id(), ended.outcome()));
        audit.record(new Act(
                "district",
                "request.closed",
                Optional.empty(),
                Optional.of(request.id().value().toString()),
                Map.of("outcome", ended.outcome())));
    }
}
