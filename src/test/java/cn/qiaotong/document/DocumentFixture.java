package cn.qiaotong.document;

import cn.qiaotong.audit.AuditFixture;
import cn.qiaotong.vault.VaultFixture;
import java.time.Clock;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.util.unit.DataSize;

/** Documents over a migrated database, for tests of whatever keeps files. */
public final class DocumentFixture {

    private DocumentFixture() {}

    public static Documents documents(DataSource source, DocumentPermission... permissions) {
        var transactions = new DataSourceTransactionManager(source);
        var clock = Clock.systemUTC();
        return new Documents(
                new Shelf(JdbcClient.create(source), VaultFixture.aVault(), clock, transactions),
                new DocumentActs(AuditFixture.trail(source, transactions, clock), transactions),
                new DocumentLimits(DataSize.ofMegabytes(2), 3),
                new Given(permissions),
                transactions);
    }

    /** A small, valid PDF. */
    public static byte[] aPdf() {
        return Samples.pdf();
    }

    private record Given(DocumentPermission... permissions) implements ObjectProvider<DocumentPermission> {

        @Override
        public Stream<DocumentPermission> stream() {
            return Stream.of(permissions);
        }
    }
}
