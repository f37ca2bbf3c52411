package cn.qiaotong.audit;

import cn.qiaotong.column.Moments;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The record of acts. It can only be added to, and only inside the transaction of what is recorded: an act that cannot be
 * recorded does not happen.
 */
@Component
public final class AuditTrail {

    private static final String COLUMNS =
            "select chain, seq, at, code, account, reference, facts, previous_hash, hash from audit_entry ";

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate mandatory;
    private final TransactionTemplate separate;
    private final TransactionTemplate snapshot;

    AuditTrail(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.mandatory = template(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
        this.separate = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Adds the act to its chain; the caller's transaction is rolled back if that fails. */
    public void record(Act act) {
        mandatory.executeWithoutResult(status -> append(act));
    }

    /** Checks every row of the chain against the one before and the last against the head. */
    public Verification verify(String chain) {
        return snapshot.execute(status -> {
            var check = new Check(chain, head(chain, "").orElse(Head.NONE));
            return check.of(pages(chain).flatMap(List::stream).iterator());
        });
    }

    /** The rows of a chain after a number, oldest first. */
    public List<Entry> entries(String chain, long afterSeq, int atMost) {
        return jdbc.sql(COLUMNS + "where chain = ? and seq > ? order by seq fetch first ? rows only")
                .params(chain, afterSeq, atMost)
                .query(Entry::of)
                .list();
    }

    private Stream<List<Entry>> pages(String chain) {
        return Stream.iterate(
                entries(chain, Long.MIN_VALUE, PAGE),
                page -> !page.isEmpty(),
                page -> entries(chain, page.get(page.size() - 1).seq(), PAGE));
    }

    private void append(Act act) {
        var entry = Entry.following(lockedHead(act.chain()), act, clock.instant());
        jdbc.sql(
                        """
                        insert into audit_entry
                            (chain, seq, at, code, account, reference, facts, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.chain(),
                        entry.seq(),
                        Moments.at(entry.at()),
                        entry.code(),
                        entry.account().orElse(null),
                        entry.reference().orElse(null),
                        entry.facts(),
                        entry.previousHash(),
                        entry.hash())
                .update();
        jdbc.sql("update audit_head set seq = ?, hash = ? where chain = ?")
                .params(entry.seq(), entry.hash(), entry.chain())
                .update();
    }

    private Head lockedHead(String chain) {
        return head(chain, " for update").or(() -> begun(chain)).orElseThrow();
    }

    /** Begun outside the caller's transaction, which PostgreSQL would abort when another node begins the chain as well. */
    private Optional<Head> begun(String chain) {
        try {
            separate.executeWithoutResult(
                    status -> jdbc.sql("insert into audit_head (chain, seq, hash) values (?, ?, ?)")
                            .params(chain, Head.NONE.seq(), Head.NONE.hash())
                            .update());
        } catch (DuplicateKeyException e) {
            // begun by another in between
        }
        return head(chain, " for update");
    }

    private Optional<Head> head(String chain, String lock) {
        return jdbc.sql("select seq, hash from audit_head where chain = ?" + lock)
                .param(chain)
                .query(Head.class)
                .optional();
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        return new TransactionTemplate(transactions, new DefaultTransactionDefinition(propagation));
    }
}
