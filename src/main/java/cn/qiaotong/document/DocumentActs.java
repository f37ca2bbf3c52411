package cn.qiaotong.document;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.Person;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is recorded of documents: each storing, reading, removal, and each damage found. */
@Component
final class DocumentActs {

    private final AuditTrail trail;
    private final TransactionTemplate separate;

    DocumentActs(AuditTrail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.separate = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    void stored(Document document, Person by) {
        trail.record(act("document.stored", document, by));
    }

    void read(Document document, Person by) {
        trail.record(act("document.read", document, by));
    }

    void removed(Document document, Person by) {
        trail.record(act("document.removed", document, by));
    }

    /** Recorded on its own, because what found the damage is given up. */
    void damaged(UUID id, Owner owner, Person by) {
        var act = new Act(
                Act.DISTRICT,
                "document.damaged",
                Optional.of(by.account()),
                Optional.of(id.toString()),
                Map.of("owner", owner.toString()));
        separate.executeWithoutResult(status -> trail.record(act));
    }

    private static Act act(String code, Document document, Person by) {
        return new Act(
                Act.DISTRICT,
                code,
                Optional.of(by.account()),
                Optional.of(document.id().toString()),
                Map.of("owner", document.owner().toString(), "sha256", document.sha256()));
    }
}
