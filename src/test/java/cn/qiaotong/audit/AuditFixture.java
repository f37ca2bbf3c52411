package cn.qiaotong.audit;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The record over a migrated database, for tests of whatever is recorded. */
public final class AuditFixture {

    private AuditFixture() {}

    public static AuditTrail trail(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        return new AuditTrail(JdbcClient.create(source), transactions, clock);
    }
}
