package cn.qiaotong.budget;

import cn.qiaotong.audit.AuditFixture;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger over a migrated database, for tests of whatever reserves and spends. */
public final class LedgerFixture {

    private LedgerFixture() {}

    public static Ledger ledger(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        return new Ledger(
                JdbcClient.create(source), AuditFixture.trail(source, transactions, clock), transactions, clock);
    }

    /** A blind index like the vault's, the same for the same word. */
    public static String beneficiary(String word) {
        return word + "-".repeat(43 - word.length());
    }

    static BigDecimal yuan(String amount) {
        return new BigDecimal(amount);
    }

    /** Runs each act in a transaction of its own. */
    record Clerk(DataSourceTransactionManager transactions) {

        void does(Runnable act) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> act.run());
        }

        <T> T asks(Supplier<T> act) {
            return new TransactionTemplate(transactions).execute(status -> act.get());
        }
    }
}
