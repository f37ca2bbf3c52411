package cn.qiaotong.interest;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Offer;
import cn.qiaotong.catalog.PolicyStatus;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The interests of everybody. Asking twice is asking once, and stopping twice is stopping once. */
@Component
public class Interests {

    private final InterestRows rows;
    private final AuditTrail audit;
    private final CheckContexts contexts;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Interests(
            InterestRows rows,
            AuditTrail audit,
            CheckContexts contexts,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.contexts = contexts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** This person's interest in a service that they are still told about. */
    public Optional<Interest> find(String service, UUID account) {
        return rows.find(account, service).filter(Interest::live);
    }

    /** Everybody who is told about a service because they asked. */
    public Set<UUID> followers(String service) {
        return rows.followers(service);
    }

    List<Interest> of(Person person) {
        return rows.live(person.account());
    }

    void ask(PublicService service, Person person) {
        var awaited = isAwaited(service);
        try {
            transaction.executeWithoutResult(status -> ask(service.key(), person, awaited));
        } catch (DuplicateKeyException pressedTwiceAtOnce) {
            transaction.executeWithoutResult(status -> ask(service.key(), person, awaited));
        }
    }

    void stop(String service, Person person) {
        stop(rows.find(person.account(), service).orElseThrow(NotFound::new));
    }

    Interest byStopKey(String key) {
        return rows.byStopKey(key).orElseThrow(NotFound::new);
    }

    void stop(Interest interest) {
        if (interest.live()) {
            transaction.executeWithoutResult(status -> {
                rows.stop(interest, clock.instant());
                record("interest.stopped", interest.account(), interest.service());
            });
        }
    }

    /** Whether there is something to wait for: that the service opens, or that requests are taken here. */
    boolean isAwaited(PublicService service) {
        var today = contexts.today();
        return service.status(today) != PolicyStatus.LIVE || service.offer(today) != Offer.APPLY;
    }

    private void ask(String service, Person person, boolean awaited) {
        var before = rows.find(person.account(), service);
        if (before.filter(Interest::live)
                .filter(live -> live.awaited() || !awaited)
                .isPresent()) {
            return;
        }
        before.ifPresentOrElse(
                known -> rows.resume(known, awaited, clock.instant()),
                () -> rows.insert(fresh(service, person, awaited)));
        record("interest.asked", person.account(), service);
    }

    private Interest fresh(String service, Person person, boolean awaited) {
        return new Interest(
                UUID.randomUUID(), person.account(), service, awaited, clock.instant(), Optional.empty(), newKey());
    }

    private String newKey() {
        var bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private void record(String code, UUID account, String service) {
        audit.record(new Act(Act.DISTRICT, code, Optional.of(account), Optional.empty(), Map.of("service", service)));
    }
}
