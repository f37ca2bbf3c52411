package cn.qiaotong.identity;

import cn.qiaotong.MutableClock;
import cn.qiaotong.vault.Vault;
import cn.qiaotong.vault.VaultFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The module's objects over a database of the test's choosing and a clock that the test moves. */
public final class IdentityFixture {

    public final Vault vault = VaultFixture.aVault();
    public final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T01:00:00Z"));
    final List<Object> events = new ArrayList<>();
    public final JdbcClient jdbc;
    public final People people;

    public IdentityFixture(DataSource database) {
        jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        people = new People(new Accounts(jdbc, vault), transaction, events::add, clock);
    }

    public Person signedIn(String subject, Role... roles) {
        return people.signedIn(facts(subject, roles));
    }

    static SignIn facts(String subject, Role... roles) {
        return new SignIn(
                subject,
                "欧阳𨋢",
                Optional.of("ouyang@example.com"),
                Set.of(roles),
                Optional.of(new Organisation("district")),
                Optional.of(Locale.ENGLISH));
    }
}
