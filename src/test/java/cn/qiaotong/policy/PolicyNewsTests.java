package cn.qiaotong.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A change of rules is told once, whenever the program is up, and a folder's first rows never. */
class PolicyNewsTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-10T01:00:00Z"), ZoneOffset.UTC);
    private static final String ROWS =
            """
            sources: {S: {title: s}}
            rows:
              - {kind: value, key: years, value: 2, from: 2024-02-26, source: S}
              - {kind: status, key: status, value: ASPIRATIONAL, from: 2024-02-26, source: S}
            """;
    private static final String OPENS = ROWS.replace(
                    "value: ASPIRATIONAL, from: 2024-02-26", "value: ASPIRATIONAL, from: 2024-02-26, until: 2026-02-28")
            + "  - {kind: status, key: status, value: LIVE, from: 2026-03-01, source: S}\n";

    private final List<Object> told = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Database.class)
    void tellsAChangeOnceWithItsDayAndTheFirstRowsNever(Database database) {
        var source = database.migrated();
        var policies = policies(source);

        policies.load("service", PolicyFixture.rows(ROWS));
        news(source, told::add).tell();
        assertThat(told).isEmpty();

        policies.load("service", PolicyFixture.rows(OPENS));
        policies.load("service", PolicyFixture.rows(OPENS));
        news(source, told::add).tell();
        news(source, told::add).tell();

        assertThat(told).singleElement().isInstanceOfSatisfying(PolicyChanged.class, changed -> {
            assertThat(changed.service()).isEqualTo("service");
            assertThat(changed.keys()).isEqualTo(Set.of("status"));
            assertThat(changed.from()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(changed.shared()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tellsAgainWhatNobodyCouldTakeDown(Database database) {
        var source = database.migrated();
        var policies = policies(source);
        policies.load("service", PolicyFixture.rows(ROWS));
        policies.load("service", PolicyFixture.rows(OPENS));

        assertThatThrownBy(() -> news(source, event -> {
                            throw new IllegalStateException("the power fails");
                        })
                        .tell())
                .hasMessage("the power fails");
        news(source, told::add).tell();

        assertThat(told).hasSize(1);
    }

    private static Policies policies(DataSource source) {
        return PolicyFixture.policies(source, new DataSourceTransactionManager(source), CLOCK);
    }

    private static PolicyNews news(DataSource source, ApplicationEventPublisher events) {
        return new PolicyNews(JdbcClient.create(source), events, new DataSourceTransactionManager(source), CLOCK);
    }
}
