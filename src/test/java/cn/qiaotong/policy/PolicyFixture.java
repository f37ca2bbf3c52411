package cn.qiaotong.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.audit.AuditFixture;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Policies over a migrated database, and rows written as in a folder, for tests of whatever asks for policy. */
public final class PolicyFixture {

    private PolicyFixture() {}

    public static Policies policies(DataSource source) {
        return policies(source, new DataSourceTransactionManager(source), Clock.systemUTC());
    }

    public static Policies policies(DataSource source, PlatformTransactionManager transactions, Clock clock) {
        var trail = AuditFixture.trail(source, transactions, clock);
        return new Policies(JdbcClient.create(source), trail, transactions, clock);
    }

    /** Loads a folder's rows as a release does, and tells of what has changed as the program does when it is up. */
    public static void release(BeanFactory beans, String service, String yaml) {
        beans.getBean(Policies.class).load(service, rows(yaml));
        beans.getBean(PolicyNews.class).tell();
    }

    /** The rows of a policies.yaml. */
    public static List<PolicyRow> rows(String yaml) {
        try {
            return Policies.read("test/policies.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
        } catch (PolicyInvalid e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What these rows say on a day, without a database. */
    public static PolicyValues values(LocalDate day, String yaml) {
        return new PolicyValues(
                day, rows(yaml).stream().filter(row -> row.inForceOn(day)).toList());
    }
}
