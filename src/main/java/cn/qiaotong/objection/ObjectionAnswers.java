package cn.qiaotong.objection;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.form.Field;
import cn.qiaotong.process.ProcessEnded;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.request.TaskDecisions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** How objections end: the outcome noted when their process is over, and of the decision only what may be told. */
@Component
class ObjectionAnswers {

    private final ObjectionRows rows;
    private final Requests requests;
    private final TaskDecisions decisions;
    private final PublicServices services;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ObjectionAnswers(
            ObjectionRows rows,
            Requests requests,
            TaskDecisions decisions,
            PublicServices services,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.decisions = decisions;
        this.services = services;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(ProcessEnded ended) {
        if (!ended.processKey().equals(RequestObjections.PROCESS)) {
            return;
        }
        rows.answered(ended.request(), ended.outcome(), clock.instant());
        events.publishEvent(
                new ObjectionAnswered(ended.request(), ended.outcome(), told(requests.byId(ended.request()))));
        audit.record(new Act(
                Act.DISTRICT,
                "objection.answered",
                Optional.empty(),
                Optional.of(ended.request().value().toString()),
                Map.of("outcome", ended.outcome())));
    }

    /** The keys of the words that the last review chose to tell. */
    List<String> told(Request request) {
        var version = services.version(request.service(), request.deployment());
        var drawn = version.model().drawing(RequestObjections.PROCESS).orElseThrow();
        return decisions.of(request.id()).stream()
                .filter(decision -> drawn.node(decision.element()).isPresent())
                .map(decision -> told(decision, version))
                .filter(words -> !words.isEmpty())
                .reduce((first, last) -> last)
                .orElse(List.of());
    }

    private static List<String> told(TaskDecision decision, ServiceVersion version) {
        return version.form(decision.element()).stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::tellable)
                .flatMap(field -> decision.answers().get(field.key()).stream()
                        .map(chosen -> "%s.option.%s".formatted(field.key(), chosen)))
                .toList();
    }
}
