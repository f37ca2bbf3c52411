package cn.qiaotong.budget;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How the ledger takes part in transactions. Acts on claims only demand that there is one: a refusal thrown through a
 * template would end the caller's transaction, and a process that is told "too little" goes on in it.
 */
final class LedgerTransactions {

    private final TransactionTemplate own;
    private final TransactionTemplate mandatory;
    private final TransactionTemplate separate;

    LedgerTransactions(PlatformTransactionManager transactions) {
        own = template(transactions, TransactionDefinition.PROPAGATION_REQUIRED);
        mandatory = template(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
        separate = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void demand() {
        mandatory.executeWithoutResult(status -> {});
    }

    void own(Runnable act) {
        own.executeWithoutResult(status -> act.run());
    }

    /** Adds what another node may add at the same time; PostgreSQL would abort the caller's transaction for it. */
    void attempt(Runnable adding) {
        try {
            separate.executeWithoutResult(status -> adding.run());
        } catch (DuplicateKeyException e) {
            // added by another in between
        }
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        return new TransactionTemplate(transactions, new DefaultTransactionDefinition(propagation));
    }
}
