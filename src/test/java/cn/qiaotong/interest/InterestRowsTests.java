package cn.qiaotong.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of interests on both databases: one row for an account and a service, and figures that are their dates. */
class InterestRowsTests {

    private static final Instant MARCH = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T01:00:00Z");

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAccountHasOneInterestInAService(Database database) {
        var rows = new InterestRows(JdbcClient.create(database.migrated()));
        var account = UUID.randomUUID();
        rows.insert(interest(account, true, "a"));

        assertThatThrownBy(() -> rows.insert(interest(account, true, "b"))).isInstanceOf(DuplicateKeyException.class);
        assertThat(rows.find(account, "service")).contains(rows.live(account).get(0));
        assertThat(rows.byStopKey("a")).isEqualTo(rows.find(account, "service"));
        assertThat(rows.byStopKey("b")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoStopsIsToldNothingAndStaysCounted(Database database) {
        var rows = new InterestRows(JdbcClient.create(database.migrated()));
        var account = UUID.randomUUID();
        rows.insert(interest(account, true, "a"));

        rows.stop(rows.find(account, "service").orElseThrow(), APRIL);

        assertThat(rows.followers("service")).isEmpty();
        assertThat(rows.live(account)).isEmpty();
        assertThat(rows.find(account, "service").flatMap(Interest::stoppedAt)).contains(APRIL);
        assertThat(rows.registered("service")).isOne();
        rows.resume(rows.find(account, "service").orElseThrow(), true, APRIL);
        assertThat(rows.followers("service")).containsExactly(account);
        assertThat(rows.dates("service", 0, 10)).containsExactly(MARCH);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoFollowedAnOpenServiceRegistersWhenTheyAwaitIt(Database database) {
        var rows = new InterestRows(JdbcClient.create(database.migrated()));
        var account = UUID.randomUUID();
        rows.insert(interest(account, false, "a"));
        assertThat(rows.registered("service")).isZero();

        rows.resume(rows.find(account, "service").orElseThrow(), true, APRIL);

        assertThat(rows.registered("service")).isOne();
        assertThat(rows.dates("service", 0, 10)).containsExactly(APRIL);
        assertThat(rows.dates("service", 1, 10)).isEmpty();
    }

    private static Interest interest(UUID account, boolean awaited, String key) {
        return new Interest(UUID.randomUUID(), account, "service", awaited, MARCH, Optional.empty(), key);
    }
}
