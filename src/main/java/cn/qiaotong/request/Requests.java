package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.consent.ConsentEffect;
import cn.qiaotong.consent.Consents;
import cn.qiaotong.identity.Person;
import cn.qiaotong.party.Parties;
import cn.qiaotong.process.Processes;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The requests people have made. The query is the permission: a foreign request and one that never was look the same. */
@Component
public class Requests {

    private static final int NEWEST = 200;

    private final RequestRows rows;
    private final Processes processes;
    private final Consents consents;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Requests(
            RequestRows rows,
            Processes processes,
            Consents consents,
            Parties parties,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.processes = processes;
        this.consents = consents;
        this.parties = parties;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person's own requests, the newest first. */
    @Transactional(readOnly = true)
    public List<Request> own(Person person) {
        return rows.newest(RequestPermission.own(person), NEWEST);
    }

    @Transactional(readOnly = true)
    public Optional<Request> findOwn(String publicId, Person person) {
        return rows.find(publicId, RequestPermission.own(person));
    }

    @Transactional(readOnly = true)
    public Request own(String publicId, Person person) {
        return findOwn(publicId, person).orElseThrow(NotFound::new);
    }

    /** A request that the person's organisation deals with. */
    @Transactional(readOnly = true)
    public Request asStaff(String publicId, Person person) {
        return rows.find(publicId, RequestPermission.asStaff(person)).orElseThrow(NotFound::new);
    }

    /** A search by receipt among the requests that the person's organisation deals with; every search is recorded. */
    @Transactional
    public Optional<Request> search(String receipt, Person person) {
        var found = rows.findByReceipt(receipt, RequestPermission.asStaff(person));
        audit.record(new Act(
                Act.DISTRICT,
                "request.searched",
                Optional.of(person.account()),
                found.map(request -> request.id().value().toString()),
                Map.of("found", String.valueOf(found.isPresent()))));
        return found;
    }

    /** The request, its row locked until the transaction ends; the first thing that every act does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Request locked(RequestId id) {
        return rows.locked(id).orElseThrow(NotFound::new);
    }

    /** The request by its id, for code that has established who asks. */
    public Request byId(RequestId id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** What taking a consent back would do to the person's own request now. */
    public ConsentEffect effectOf(Request request, Consent consent) {
        if (!request.state().open()) {
            return ConsentEffect.READ_NO_MORE;
        }
        if (consent.purpose().equals(Consent.REFERRAL) && othersGoOn(request, consent)) {
            return ConsentEffect.BRANCH_LEAVES;
        }
        return request.mayBeWithdrawn() ? ConsentEffect.ENDS_THE_REQUEST : ConsentEffect.NO_FURTHER_USE;
    }

    /** Whether another branch deals with the request, or is still to be asked. */
    private boolean othersGoOn(Request request, Consent consent) {
        var branches = parties.branches(request.id());
        return branches.isEmpty()
                ? consents.of(request.id()).stream()
                        .anyMatch(other -> other.live()
                                && !other.id().equals(consent.id())
                                && other.purpose().equals(Consent.REFERRAL))
                : branches.stream().anyMatch(branch -> !consent.recipient().equals(Optional.of(branch.organisation())));
    }

    /**
     * Takes one consent of the person's own request back, with the effect that {@link #effectOf} states. Doing it twice is no
     * error; a consent of another request is not found.
     */
    @Transactional
    public void withdrawConsent(String publicId, UUID id, Person person) {
        var request = rows.locked(own(publicId, person).id()).orElseThrow(NotFound::new);
        var consent = consents.of(request.id()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!consent.live()) {
            return;
        }
        var effect = effectOf(request, consent);
        consents.withdraw(request.id(), consent.id(), clock.instant());
        if (effect.branchLeaves()) {
            consent.recipient().ifPresent(branch -> {
                parties.leave(request.id(), branch);
                events.publishEvent(new BranchLeft(request.id(), branch));
            });
        }
        audit.record(new Act(
                Act.DISTRICT,
                "consent.withdrawn",
                Optional.of(person.account()),
                Optional.of(request.id().value().toString()),
                Map.of("purpose", consent.purpose(), "effect", effect.key())));
        if (effect == ConsentEffect.ENDS_THE_REQUEST) {
            withdraw(publicId, person);
        }
    }

    /** Withdraws the person's own request and with it every consent given for it; refused once the model's stated point is passed. Withdrawing twice is no error. */
    @Transactional
    public void withdraw(String publicId, Person person) {
        var request = rows.locked(own(publicId, person).id()).orElseThrow(NotFound::new);
        if (request.state() == RequestState.WITHDRAWN) {
            return;
        }
        if (!request.mayBeWithdrawn() || !processes.withdraw(request.id())) {
            throw new Conflict("request.withdraw.late");
        }
        consents.withdraw(request.id(), clock.instant());
        audit.record(new Act(
                "district",
                "request.withdrawn",
                Optional.of(person.account()),
                Optional.of(request.id().value().toString()),
                Map.of()));
    }
}
