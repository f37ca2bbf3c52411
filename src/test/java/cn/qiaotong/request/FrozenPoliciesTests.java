package cn.qiaotong.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.column.Moments;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyFixture;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The closing time that a request was promised stays its own, whatever policy says later. */
class FrozenPoliciesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final String TERM =
            "rows:\n  - {kind: due, key: intake, value: 2 working days, from: 2021-10-10, source: DEMO}\n";
    private static final String CLOSING =
            "  - {kind: value, key: closing_time, value: %s, from: 2021-01-01, source: DEMO}\n";

    @ParameterizedTest
    @EnumSource
    void keepsTheClosingTimeOfItsDay(Database database) {
        var desk = new Desk(database.migrated());
        desk.load(TERM + CLOSING.formatted("17:30"));
        var before = desk.submitted();
        desk.load(TERM + CLOSING.formatted("16:00"));

        assertThat(desk.frozen.closingTime(before)).contains(LocalTime.of(17, 30));
        assertThat(desk.frozen.closingTime(desk.submitted())).contains(LocalTime.of(16, 0));
    }

    @ParameterizedTest
    @EnumSource
    void oneOlderThanThePromiseHasWhatHoldsOnItsDay(Database database) {
        var desk = new Desk(database.migrated());
        desk.load(TERM);
        var older = desk.submitted();

        assertThat(desk.frozen.closingTime(older)).isEmpty();
        desk.load(TERM + CLOSING.formatted("17:30"));
        assertThat(desk.frozen.closingTime(older)).contains(LocalTime.of(17, 30));
    }

    private static final class Desk {

        private final JdbcClient jdbc;
        private final Policies policies;
        private final FrozenPolicies frozen;

        Desk(DataSource source) {
            jdbc = JdbcClient.create(source);
            policies = PolicyFixture.policies(source);
            frozen = new FrozenPolicies(jdbc, policies);
        }

        void load(String shared) {
            policies.load(Policies.SHARED, PolicyFixture.rows(shared));
        }

        RequestId submitted() {
            var id = new RequestId(UUID.randomUUID());
            jdbc.sql(
                            """
                            insert into request (id, public_id, receipt, service, deployment, state, applicant,
                                applicant_human, language, withdrawable, version, policy_day, submitted_at)
                            values (:id, :public, :receipt, 'service', 'deployment', 'SUBMITTED', :id, :id,
                                'zh-Hans', true, 1, :day, :at)
                            """)
                    .param("id", id.value())
                    .param("public", id.value().toString().substring(0, 20))
                    .param("receipt", "JH-" + id.value().toString().substring(0, 8))
                    .param("day", DAY)
                    .param("at", Moments.at(Instant.parse("2026-03-02T01:00:00Z")))
                    .update();
            frozen.freeze(id, policies.on("service", DAY));
            return id;
        }
    }
}
