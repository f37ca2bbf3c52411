package cn.qiaotong.policy;

import static cn.qiaotong.policy.PolicyFixture.policies;
import static cn.qiaotong.policy.PolicyFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.audit.AuditFixture;
import cn.qiaotong.audit.Entry;
import cn.qiaotong.audit.Verification;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What was in force on a day, before a change and after it, and what a request froze. */
class PoliciesTests {

    private static final String SERVICE = "wealth-connect-southbound";
    private static final LocalDate BEFORE = LocalDate.of(2024, 2, 25);
    private static final LocalDate CHANGE = LocalDate.of(2024, 2, 26);
    private static final String SOUTHBOUND =
            """
            sources:
              WMC-IF: {title: Pilot rules 1.0, published: 2021-09-10}
              WMC-CNS: {title: Pilot rules 2.0, number: "2.0", url: "https://example.org", published: 2024-01-24}
            rows:
              - {kind: value, key: tie_years, value: 5, unit: years, from: 2021-10-10, until: 2024-02-25, source: WMC-IF, confidence: H}
              - {kind: value, key: tie_years, value: 2, unit: years, from: 2024-02-26, source: WMC-CNS, confidence: H}
              - {kind: value, key: rate, value: 0.50, from: 2021-10-10, source: WMC-IF}
              - {kind: value, key: lapse, value: 2024-02-29, from: 2021-10-10, source: WMC-IF}
              - {kind: value, key: attested, value: true, from: 2021-10-10, source: WMC-IF}
              - {kind: list, key: gba_cities, value: [广州, 江门], from: 2021-10-10, source: WMC-IF}
              - {kind: due, key: intake, value: 1 working day, from: 2021-10-10, source: WMC-IF}
              - {kind: organisation, key: icbc-jianghai, value: {kind: bank}, texts: {zh-Hans: 工行, zh-Hant: 工行, en: ICBC}, from: 2021-10-10, source: WMC-IF}
              - {kind: product, key: savings, value: {branch: icbc-jianghai, licence: B0001, risk: R1, currency: MOP, minimum: 0.50, term: open, eligible: [a], phone: '1'}, texts: {zh-Hans: 存款, zh-Hant: 存款, en: Savings}, from: 2021-10-10, until: 2024-12-31, entered_by: 陈大文, approved_by: 李小明, source: WMC-IF}
            """;

    @ParameterizedTest
    @EnumSource(Database.class)
    void fiveYearsUntilTheDayBeforeTheChangeAndTwoFromIt(Database database) {
        var policies = policies(database.migrated());
        policies.load(SERVICE, rows(SOUTHBOUND));

        assertThat(policies.on(SERVICE, BEFORE).required("tie_years").value()).isEqualTo(new BigDecimal("5"));
        assertThat(policies.on(SERVICE, CHANGE).required("tie_years").value()).isEqualTo(new BigDecimal("2"));
        assertThat(policies.on(SERVICE, LocalDate.of(2021, 10, 9)).row("tie_years"))
                .isEmpty();
        assertThat(policies.on("another", CHANGE).row("tie_years")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void givesBackEveryRowAsItWasRead(Database database) {
        var policies = policies(database.migrated());
        policies.load(SERVICE, rows(SOUTHBOUND));

        for (var read : rows(SOUTHBOUND)) {
            var stored = policies.on(SERVICE, read.from()).required(read.key());
            assertThat(stored).isEqualTo(read.in(SERVICE, stored.id()));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anUnchangedFolderChangesNothing(Database database) {
        var source = database.migrated();
        var policies = policies(source);
        policies.load(SERVICE, rows(SOUTHBOUND));
        var ids = policies.on(SERVICE, CHANGE).rowIds();

        policies.load(SERVICE, rows(SOUTHBOUND));

        assertThat(policies.on(SERVICE, CHANGE).rowIds()).isEqualTo(ids);
        assertThat(count(source, "select count(*) from policy_row")).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aChangedRowSupersedesAndTheFrozenOneStaysReadable(Database database) {
        var source = database.migrated();
        var policies = policies(source);
        policies.load(SERVICE, rows(SOUTHBOUND));
        var frozen = policies.on(SERVICE, CHANGE).rowIds();

        policies.load(SERVICE, rows(SOUTHBOUND.replace("value: 2, unit", "value: 3, unit")));

        assertThat(policies.on(SERVICE, CHANGE).required("tie_years").value()).isEqualTo(new BigDecimal("3"));
        assertThat(policies.frozen(frozen).required("tie_years").value()).isEqualTo(new BigDecimal("2"));
        assertThat(policies.frozen(frozen).rowIds()).isEqualTo(frozen);
        assertThat(policies.frozen(frozen).day()).isEqualTo(CHANGE);
        assertThat(
                        count(
                                source,
                                "select count(*) from policy_row where superseded_by = 'release' and superseded_at is not null"))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRowThatAnotherPersonApprovedIsAnotherRow(Database database) {
        var policies = policies(database.migrated());
        policies.load(SERVICE, rows(SOUTHBOUND));
        var frozen = policies.on(SERVICE, CHANGE).rowIds();

        policies.load(SERVICE, rows(SOUTHBOUND.replace("approved_by: 李小明", "approved_by: 何小玲")));

        assertThat(policies.on(SERVICE, CHANGE).required("savings").approvedBy())
                .isEqualTo("何小玲");
        assertThat(policies.frozen(frozen).required("savings").approvedBy()).isEqualTo("李小明");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRowTakenBackAndShippedAgainIsANewRow(Database database) {
        var source = database.migrated();
        var policies = policies(source);
        policies.load(SERVICE, rows(SOUTHBOUND));
        policies.load(SERVICE, List.of());

        assertThat(policies.on(SERVICE, CHANGE).rowIds()).isEmpty();

        policies.load(SERVICE, rows(SOUTHBOUND));

        assertThat(policies.on(SERVICE, CHANGE).rowIds()).hasSize(8);
        assertThat(count(source, "select count(*) from policy_row")).isEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void nodesThatStartTogetherLoadOnce(Database database) throws Exception {
        var source = database.migrated();
        var policies = policies(source);
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<Boolean> load = () -> {
                policies.load(SERVICE, rows(SOUTHBOUND));
                return true;
            };
            for (var done : pool.invokeAll(Collections.nCopies(6, load))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(count(source, "select count(*) from policy_row")).isEqualTo(9);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyServiceSeesSharedRowsUnderItsOwn(Database database) {
        var policies = policies(database.migrated());
        policies.load(
                "shared",
                rows(
                        """
                        rows:
                          - {kind: due, key: intake, value: 2 working days, from: 2021-10-10, source: DEMO}
                          - {kind: due, key: referral, value: 1 working day, from: 2021-10-10, source: DEMO}
                        """));
        policies.load(SERVICE, rows(SOUTHBOUND));

        var values = policies.on(SERVICE, CHANGE);

        assertThat(values.required("intake").value()).isEqualTo("1 working day");
        assertThat(values.required("referral").value()).isEqualTo("1 working day");
        assertThat(policies.on("another", CHANGE).required("intake").value()).isEqualTo("2 working days");
        assertThat(values.restsOnDemo()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyChangeIsOnRecord(Database database) {
        var source = database.migrated();
        var policies = policies(source);
        policies.load(SERVICE, rows(SOUTHBOUND));
        policies.load(SERVICE, rows(SOUTHBOUND.replace("value: 2, unit", "value: 3, unit")));
        var trail = AuditFixture.trail(source, new DataSourceTransactionManager(source), Clock.systemUTC());

        assertThat(trail.entries("district", 9, 10))
                .extracting(Entry::code)
                .containsExactly("policy.superseded", "policy.added");
        assertThat(trail.entries("district", 10, 10).get(0).facts())
                .isEqualTo("{\"key\":\"tie_years\",\"service\":\"wealth-connect-southbound\",\"source\":\"WMC-CNS\"}");
        assertThat(trail.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesFrozenRowsThatAreNotOnRecord(Database database) {
        var policies = policies(database.migrated());

        assertThat(policies.frozen(Set.of()).rowIds()).isEmpty();
        assertThatThrownBy(() -> policies.frozen(Set.of(UUID.randomUUID())))
                .hasMessage("1 of the frozen policy rows are not on record.");
    }

    @Test
    void decisionsMayAskForValuesListsAndStatusesByKey() {
        assertThat(PolicyFixture.values(CHANGE, SOUTHBOUND).context())
                .isEqualTo(Map.of(
                        "tie_years",
                        new BigDecimal("2"),
                        "rate",
                        new BigDecimal("0.50"),
                        "lapse",
                        LocalDate.of(2024, 2, 29),
                        "attested",
                        true,
                        "gba_cities",
                        List.of("广州", "江门")));
    }

    @Test
    void listsTheRowsOfAKind() {
        var values = PolicyFixture.values(CHANGE, SOUTHBOUND);

        assertThat(values.list("organisation")).extracting(PolicyRow::key).containsExactly("icbc-jianghai");
        assertThat(values.list("notice")).isEmpty();
        assertThat(values.restsOnDemo()).isFalse();
        assertThatThrownBy(() -> values.required("quota"))
                .isInstanceOf(PolicyMissing.class)
                .hasMessage("No policy row 'quota' is in force on 2024-02-26.");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void exactlyOneOfManyRowsIsInForceOnEveryDay(Database database) {
        var policies = policies(database.migrated());
        var random = new Random(20260226);
        for (int round = 0; round < 5; round++) {
            var service = "service-" + round;
            var timeline = timeline(random);
            policies.load(service, rows(String.join("\n", timeline)));

            for (int day = 0; day < 120; day++) {
                var date = LocalDate.of(2023, 12, 1).plusDays(day);
                assertThat(policies.on(service, date).list("value")).hasSize(1);
                assertThat(policies.on(service, date).required("k").inForceOn(date))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "value, 1, true",
        "list, '[1]', true",
        "status, LIVE, true",
        "checklist, '[1]', false",
        "due, 1 working day, false"
    })
    void outcomesRestOnDemoWhereADecisiveRowHasNoSource(String kind, String value, boolean rests) {
        var row = "rows: [{kind: %s, key: %s, value: %s, from: 2021-10-10, source: %s}]";
        var key = kind.equals("status") ? "status" : "k";

        assertThat(PolicyFixture.values(CHANGE, row.formatted(kind, key, value, "DEMO"))
                        .restsOnDemo())
                .isEqualTo(rests);
        assertThat(PolicyFixture.values(CHANGE, "sources: {S: {title: t}}\n" + row.formatted(kind, key, value, "S"))
                        .restsOnDemo())
                .isFalse();
    }

    @Test
    void aClosingTimeIsAPromiseAndNoGroundOfAnOutcome() {
        var values = PolicyFixture.values(
                CHANGE, "rows: [{kind: value, key: closing_time, value: 17:30, from: 2021-10-10, source: DEMO}]");

        assertThat(values.closingTime()).contains(LocalTime.of(17, 30));
        assertThat(values.restsOnDemo()).isFalse();
        assertThat(PolicyFixture.values(CHANGE, SOUTHBOUND).closingTime()).isEmpty();
    }

    @Test
    void outcomesRestOnDemoWhereAProductHasNoSource() {
        assertThat(PolicyFixture.values(CHANGE, SOUTHBOUND).restsOnDemo()).isFalse();
        assertThat(PolicyFixture.values(
                                CHANGE,
                                SOUTHBOUND.replace(
                                        "approved_by: 李小明, source: WMC-IF", "approved_by: 李小明, source: DEMO"))
                        .restsOnDemo())
                .isTrue();
    }

    private static List<String> timeline(Random random) {
        var rows = new ArrayList<String>();
        var from = LocalDate.of(2023, 12, 1);
        for (int n = 0; n < 20; n++) {
            var until = from.plusDays(random.nextInt(9));
            rows.add("  - {kind: value, key: k, value: %d, from: %s%s, source: DEMO}"
                    .formatted(n, from, n == 19 ? "" : ", until: " + until));
            from = until.plusDays(1);
        }
        Collections.shuffle(rows, random);
        rows.add(0, "rows:");
        return rows;
    }

    private static int count(DataSource source, String sql) {
        return JdbcClient.create(source).sql(sql).query(Integer.class).single();
    }
}
