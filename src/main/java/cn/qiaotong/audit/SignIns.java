package cn.qiaotong.audit;

import cn.qiaotong.identity.SignedIn;
import cn.qiaotong.identity.SignedOut;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts every sign-in and sign-out on record; whoever cannot be recorded does not get in. */
@Component
final class SignIns {

    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    SignIns(AuditTrail trail, PlatformTransactionManager transactions) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(SignedIn event) {
        record("identity.signed-in", event.account());
    }

    @EventListener
    void on(SignedOut event) {
        record("identity.signed-out", event.account());
    }

    private void record(String code, UUID account) {
        var act = new Act(Act.DISTRICT, code, Optional.of(account), Optional.empty(), Map.of());
        transaction.executeWithoutResult(status -> trail.record(act));
    }
}
