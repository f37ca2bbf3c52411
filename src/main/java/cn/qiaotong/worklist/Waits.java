package cn.qiaotong.worklist;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The waits that a person may take, and taking them. The list, the single wait, the claim and the completion all go through
 * the same predicate; every act locks the request's row first, so that of several people one wins and the others are told
 * who was faster.
 */
@Component
public class Waits {

    /** A longer count is shown as "10,000+". */
    public static final int COUNTED = 10_000;

    private final WaitRows rows;
    private final Requests requests;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;

    Waits(WaitRows rows, Requests requests, People people, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** A page of the open waits that the person may take, the most urgent first. */
    @Transactional(readOnly = true)
    public WaitPage of(Person person, WaitFilter filter, Optional<WaitPage.Position> after, int size) {
        return WaitPage.of(rows.open(WaitPermission.of(person).and(filter.asPredicate()), after, size + 1), size);
    }

    /** How many open waits the person may take, counted no further than one more than {@link #COUNTED}. */
    @Transactional(readOnly = true)
    public long count(Person person, WaitFilter filter) {
        return rows.count(WaitPermission.of(person).and(filter.asPredicate()), COUNTED + 1);
    }

    @Transactional(readOnly = true)
    public Wait get(String publicId, String element, Person person) {
        return find(publicId, element, person).orElseThrow(() -> gone(publicId, element, person));
    }

    /** The open wait of a step, if the person may take it. */
    @Transactional(readOnly = true)
    public Optional<Wait> find(String publicId, String element, Person person) {
        return rows.open(publicId, element, WaitPermission.of(person));
    }

    /** Every wait of a request, for whoever may see the request. */
    @Transactional(readOnly = true)
    public List<Wait> of(Request request) {
        return rows.of(request.id());
    }

    @Transactional
    public void claim(String publicId, String element, Person person) {
        var wait = locked(publicId, element, person);
        if (wait.isHeldBy(person.account())) {
            return;
        }
        if (wait.holder().isPresent()) {
            throw held(wait);
        }
        if (!rows.take(wait.id(), person.account(), clock.instant())) {
            throw held(get(publicId, element, person));
        }
        record("wait.claimed", wait, person);
    }

    /** Gives a held wait back to the group. */
    @Transactional
    public void release(String publicId, String element, Person person) {
        var wait = locked(publicId, element, person);
        if (!wait.isHeldBy(person.account())) {
            throw new Conflict("worklist.not-yours");
        }
        rows.hold(wait.id(), Optional.empty(), clock.instant());
        record("wait.released", wait, person);
    }

    /** The open wait, its request locked, if the person may take it; otherwise a refusal that says why. */
    Wait locked(String publicId, String element, Person person) {
        var seen = find(publicId, element, person).orElseThrow(() -> gone(publicId, element, person));
        requests.locked(seen.request());
        return find(publicId, element, person).orElseThrow(() -> gone(publicId, element, person));
    }

    Wait held(String publicId, String element, Person person) {
        var wait = locked(publicId, element, person);
        if (wait.isHeldBy(person.account())) {
            return wait;
        }
        throw wait.holder().isPresent() ? held(wait) : new Conflict("worklist.claim-first");
    }

    private TakenByOther held(Wait wait) {
        return new TakenByOther(
                "worklist.held-by", nameOf(wait.holder()), wait.heldAt().orElse(wait.openedAt()));
    }

    private RuntimeException gone(String publicId, String element, Person person) {
        return rows.latest(publicId, element, WaitPermission.ofOrganisation(person))
                .filter(wait -> !wait.isOpen())
                .<RuntimeException>map(wait -> wait.completed()
                        ? new TakenByOther(
                                "worklist.closed-by",
                                nameOf(wait.closedBy()),
                                wait.closedAt().orElseThrow())
                        : new Conflict("worklist.ended"))
                .orElseGet(NotFound::new);
    }

    private String nameOf(Optional<UUID> account) {
        return account.map(people::byAccount).map(Person::name).orElse("");
    }

    void record(String code, Wait wait, Person person) {
        record(code, wait, person, Map.of());
    }

    void record(String code, Wait wait, Person person, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("step", wait.element());
        audit.record(new Act(
                Act.DISTRICT,
                code,
                Optional.of(person.account()),
                Optional.of(wait.request().value().toString()),
                facts));
    }
}
