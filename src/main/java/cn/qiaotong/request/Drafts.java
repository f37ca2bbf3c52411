package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.document.Documents;
import cn.qiaotong.document.Owner;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Person;
import cn.qiaotong.vault.PublicIds;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the person who asks, and of nobody else. Saving never validates: a draft holds what was typed. */
@Component
public class Drafts {

    private final DraftRows rows;
    private final Documents documents;
    private final AuditTrail audit;
    private final CheckContexts contexts;
    private final Clock clock;

    Drafts(DraftRows rows, Documents documents, AuditTrail audit, CheckContexts contexts, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.audit = audit;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** Begins a draft of a service that takes requests here and now; refused for any other. */
    @Transactional
    public Draft open(PublicService service, Person person) {
        NotOnOffer.refuseUnlessOffered(service, contexts.today());
        var draft = new Draft(
                UUID.randomUUID(),
                PublicIds.forUrl(),
                person.account(),
                service.key(),
                Typed.nothing(),
                0,
                clock.instant());
        rows.insert(draft);
        return draft;
    }

    @Transactional(readOnly = true)
    public List<Draft> of(Person person) {
        return rows.of(person.account());
    }

    /** The accounts that have a draft of this service, for code that tells them of it. */
    @Transactional(readOnly = true)
    public Set<UUID> owners(String service) {
        return rows.owners(service);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String publicId, Person person) {
        return rows.find(publicId, person.account());
    }

    @Transactional(readOnly = true)
    public Draft get(String publicId, Person person) {
        return find(publicId, person).orElseThrow(NotFound::new);
    }

    /** Lays what was typed now over what was typed before; valid or not. */
    @Transactional
    public Draft save(String publicId, Person person, Typed typed) {
        return change(publicId, person, before -> before.with(typed));
    }

    /** Changes what was typed so far, one change after the other; a cleared control is gone from it. */
    @Transactional
    public Draft change(String publicId, Person person, UnaryOperator<Typed> change) {
        var before = rows.locked(publicId, person.account()).orElseThrow(NotFound::new);
        var after = new Draft(
                before.id(),
                before.publicId(),
                before.applicant(),
                before.service(),
                change.apply(before.typed()),
                before.version() + 1,
                clock.instant());
        rows.save(after);
        return after;
    }

    /** Takes a draft away for good, with the files that were stored for it. */
    @Transactional
    public void discard(String publicId, Person person) {
        var draft = rows.locked(publicId, person.account()).orElseThrow(NotFound::new);
        var owner = ownerOf(draft.id());
        documents.of(owner).forEach(document -> documents.remove(owner, document.id(), person));
        rows.delete(draft.id());
        audit.record(new Act(
                Act.DISTRICT,
                "draft.discarded",
                Optional.of(person.account()),
                Optional.of(draft.id().toString()),
                Map.of("service", draft.service())));
    }

    /** The owner of a draft's files, and of the request's that it becomes. */
    public static Owner ownerOf(UUID id) {
        return new Owner("request", id);
    }
}
