package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Processes;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final AuditTrail audit;
    private final Clock clock;

    Requests(RequestRows rows, Processes processes, Consents consents, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.processes = processes;
        this.consents = consents;
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
