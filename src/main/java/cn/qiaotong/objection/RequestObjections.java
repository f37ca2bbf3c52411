package cn.qiaotong.objection;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Processes;
import cn.qiaotong.request.BranchLeft;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The objections that applicants make, one of each request. Making one starts a process beside the closed request, whose row
 * is locked first and not changed.
 */
@Component
public class RequestObjections {

    /** The process, and the drawing of it in every deployment that has one. */
    static final String PROCESS = "objection";

    private final ObjectionRows rows;
    private final Requests requests;
    private final Remedies remedies;
    private final ObjectionTerms terms;
    private final PublicServices services;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    RequestObjections(
            ObjectionRows rows,
            Requests requests,
            Remedies remedies,
            ObjectionTerms terms,
            PublicServices services,
            Processes processes,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.remedies = remedies;
        this.terms = terms;
        this.services = services;
        this.processes = processes;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<RequestObjection> of(Request request) {
        return rows.of(request.id());
    }

    /** The key of the reason why no objection is taken of a request now; nothing where one is. */
    Optional<String> refusal(Request request) {
        if (request.state().open()) {
            return Optional.of("objection.refused.open");
        }
        if (of(request).isPresent()) {
            return Optional.of("objection.refused.already");
        }
        if (services.version(request.service(), request.deployment())
                .model()
                .drawing(PROCESS)
                .isEmpty()) {
            return Optional.of("objection.refused.elsewhere");
        }
        return terms.taken(request)
                .filter(end -> !clock.instant().isBefore(end))
                .map(late -> "objection.refused.late");
    }

    /** Makes an objection to the outcome of the person's own request. */
    @Transactional
    public void make(String publicId, String text, Person person) {
        var request = requests.locked(requests.own(publicId, person).id());
        refusal(request).ifPresent(reason -> {
            throw new Conflict(reason);
        });
        var objection = new RequestObjection(
                UUID.randomUUID(),
                request.id(),
                remedies.answering(request),
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        rows.insert(objection, text);
        start(request, objection);
        audit.record(new Act(
                Act.DISTRICT,
                "objection.made",
                Optional.of(person.account()),
                Optional.of(request.id().value().toString()),
                Map.of("to", objection.answering().key())));
    }

    /** What a branch had still to answer begins anew at the district; the applicant was promised an answer from the day they made it. */
    @EventListener
    void on(BranchLeft left) {
        var request = requests.byId(left.request());
        of(request)
                .filter(objection -> objection.isOpen() && objection.answering().equals(left.branch()))
                .ifPresent(objection -> {
                    processes.cancel(request.id());
                    rows.answering(objection, remedies.answering(request));
                    start(request, of(request).orElseThrow());
                });
    }

    private void start(Request request, RequestObjection objection) {
        var to = objection.answering().isDistrict() ? "district" : "bank";
        processes.start(request.deployment(), PROCESS, request.id(), Map.of("objection_to", to));
        events.publishEvent(
                new ObjectionReceived(request.id(), objection.answering(), terms.answered(request, objection)));
    }
}
