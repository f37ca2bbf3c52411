package cn.qiaotong.identity;

import cn.qiaotong.vault.Vault;
import cn.qiaotong.vault.VaultFixture;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
final class IdentityFixture {

    final Vault vault = VaultFixture.aVault();
    final Site site = new Site(URI.create("http://127.0.0.1:8080"));
    final MovedClock clock = new MovedClock();
    final List<Object> events = new ArrayList<>();
    final JdbcClient jdbc;
    final People people;
    final BrowserMarks marks = new BrowserMarks(vault, site);
    final KeptPosts posts;

    IdentityFixture(DataSource database) {
        jdbc = JdbcClient.create(database);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        people = new People(new Accounts(jdbc, vault), transaction, events::add, clock);
        posts = new KeptPosts(jdbc, vault, marks, new ObjectMapper(), clock);
    }

    Person signedIn(String subject, Role... roles) {
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

    static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
