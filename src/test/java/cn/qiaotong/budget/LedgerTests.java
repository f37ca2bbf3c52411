package cn.qiaotong.budget;

import static cn.qiaotong.budget.LedgerFixture.beneficiary;
import static cn.qiaotong.budget.LedgerFixture.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;

/** What a line provides is reserved, spent, released and clawed back once each, and never beyond what is there. */
class LedgerTests {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Map<Database, DataSource> SOURCES = new java.util.EnumMap<>(Database.class);
    private static final int YEAR = 2026;
    private static final String FIRM = beneficiary("firm");

    private final String line = "line-" + UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private DataSource source;
    private JdbcClient jdbc;
    private LedgerFixture.Clerk clerk;
    private Ledger ledger;

    @ParameterizedTest
    @EnumSource(Database.class)
    void aClaimGoesItsWholeWay(Database database) {
        open(database, "1000");

        var reserved = clerk.asks(() -> ledger.reserve(line, YEAR, claim, FIRM, yuan("600")));
        assertThat(reserved)
                .isEqualTo(new Reservation(
                        claim, line, YEAR, FIRM, yuan("600.00"), yuan("600.00"), yuan("0.00"), yuan("0.00")));
        stands("1000.00", "600.00", "0.00", "0.00", "400.00");

        clerk.does(() -> ledger.by(account).spend(claim, yuan("450.5")));
        stands("1000.00", "0.00", "450.50", "0.00", "549.50");
        assertThat(ledger.paidTo(FIRM, line, YEAR)).isEqualTo("450.50");

        clerk.does(() -> ledger.clawBack(claim, yuan("50.50")));
        stands("1000.00", "0.00", "450.50", "50.50", "600.00");
        assertThat(ledger.paidTo(FIRM, line, YEAR)).isEqualTo("400.00");
        assertThat(ledger.paidTo(FIRM, line, YEAR + 1)).isEqualTo("0.00");
        assertThat(ledger.paidTo(beneficiary("other"), line, YEAR)).isEqualTo("0.00");

        assertThat(entries(Figure.FREE))
                .containsExactly(
                        new Entry(5, Movement.RETURNED, Optional.of(claim), yuan("50.50"), NOW, Optional.empty()),
                        new Entry(4, Movement.RELEASED, Optional.of(claim), yuan("149.50"), NOW, Optional.of(account)),
                        new Entry(2, Movement.RESERVED, Optional.of(claim), yuan("600.00"), NOW, Optional.empty()),
                        new Entry(1, Movement.PROVIDED, Optional.empty(), yuan("1000.00"), NOW, Optional.empty()));
        assertThat(entries(Figure.SPENT))
                .containsExactly(
                        new Entry(3, Movement.SPENT, Optional.of(claim), yuan("450.50"), NOW, Optional.of(account)));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aTimeComesToWhatWasEnteredInIt(Database database) {
        open(database, "1000");
        var before = ledger.moved(NOW, NOW.plusMillis(1));

        clerk.does(() -> ledger.reserve(line, YEAR, claim, FIRM, yuan("600")));
        clerk.does(() -> ledger.spend(claim, yuan("450.5")));

        var after = ledger.moved(NOW, NOW.plusMillis(1));
        assertThat(after.get(Movement.RESERVED).subtract(before.get(Movement.RESERVED)))
                .isEqualTo("600.00");
        assertThat(after.get(Movement.SPENT).subtract(before.get(Movement.SPENT)))
                .isEqualTo("450.50");
        assertThat(after.get(Movement.RELEASED).subtract(before.get(Movement.RELEASED)))
                .isEqualTo("149.50");
        assertThat(ledger.moved(NOW.plusMillis(1), NOW.plusSeconds(9)))
                .hasSize(Movement.values().length)
                .allSatisfy((movement, sum) -> assertThat(sum).isEqualTo("0.00"));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void releasesWhatWasReserved(Database database) {
        open(database, "1000");
        reserve(claim, "1000");
        assertThat(ledger.promisedTo(FIRM, line, YEAR)).isEqualTo("1000.00");

        clerk.does(() -> ledger.release(claim));

        stands("1000.00", "0.00", "0.00", "0.00", "1000.00");
        assertThat(ledger.promisedTo(FIRM, line, YEAR)).isEqualTo("0.00");
        assertThatThrownBy(() -> clerk.does(() -> ledger.spend(claim, yuan("1"))))
                .isInstanceOf(ClaimShort.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anActRepeatedChangesNothing(Database database) {
        open(database, "1000");
        for (var act : List.<Runnable>of(
                () -> ledger.provide(line, YEAR, yuan("1000.00"), "DEMO"),
                () -> ledger.reserve(line, YEAR, claim, FIRM, yuan("600.0")),
                () -> ledger.spend(claim, yuan("450")),
                () -> ledger.release(claim),
                () -> ledger.clawBack(claim, yuan("100")),
                () -> ledger.reserve(line, YEAR, claim, FIRM, yuan("600")),
                () -> ledger.spend(claim, yuan("450.00")))) {
            clerk.does(act);
            var after = ledger.balance(line, YEAR);
            clerk.does(act);
            assertThat(ledger.balance(line, YEAR)).isEqualTo(after);
        }
        stands("1000.00", "0.00", "450.00", "100.00", "650.00");
        assertThat(acts())
                .containsExactly(
                        "budget.provided", "budget.reserved", "budget.spent", "budget.released", "budget.returned");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRepetitionThatSaysSomethingElseIsRefused(Database database) {
        open(database, "1000");
        reserve(claim, "600");

        assertThatThrownBy(() -> reserve(claim, "601")).isInstanceOf(EnteredOtherwise.class);
        clerk.does(() -> ledger.spend(claim, yuan("300")));
        assertThatThrownBy(() -> clerk.does(() -> ledger.spend(claim, yuan("200"))))
                .isInstanceOf(EnteredOtherwise.class);
        stands("1000.00", "0.00", "300.00", "0.00", "700.00");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatDoesNotFitIsRefusedAndTheTransactionGoesOn(Database database) {
        open(database, "1000");
        reserve(UUID.randomUUID(), "600.01");

        clerk.does(() -> {
            assertThatThrownBy(() -> ledger.reserve(line, YEAR, claim, FIRM, yuan("400")))
                    .isInstanceOfSatisfying(BudgetShort.class, refused -> {
                        assertThat(refused.status().value()).isEqualTo(409);
                        assertThat(refused.arguments()).containsExactly(yuan("400.00"), yuan("399.99"));
                    });
            ledger.reserve(line, YEAR, claim, FIRM, yuan("399.99"));
        });

        stands("1000.00", "1000.00", "0.00", "0.00", "0.00");
        assertThatThrownBy(() -> clerk.does(() -> ledger.reserve("no-line", YEAR, UUID.randomUUID(), FIRM, yuan("1"))))
                .isInstanceOf(BudgetShort.class);
        assertThatThrownBy(
                        () -> clerk.does(() -> ledger.reserve(line, YEAR + 1, UUID.randomUUID(), FIRM, yuan("0.01"))))
                .isInstanceOf(BudgetShort.class);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void noMoreIsSpentThanReservedNorClawedBackThanPaid(Database database) {
        open(database, "1000");
        reserve(claim, "600");

        assertThatThrownBy(() -> clerk.does(() -> ledger.spend(claim, yuan("600.01"))))
                .isInstanceOf(ClaimShort.class)
                .hasMessage("budget.refusal.reserved");
        assertThatThrownBy(() -> clerk.does(() -> ledger.clawBack(claim, yuan("0.01"))))
                .isInstanceOf(ClaimShort.class)
                .hasMessage("budget.refusal.paid");
        clerk.does(() -> ledger.spend(claim, yuan("600")));
        assertThatThrownBy(() -> clerk.does(() -> ledger.clawBack(claim, yuan("600.01"))))
                .isInstanceOf(ClaimShort.class);
        assertThatThrownBy(() -> clerk.does(() -> ledger.spend(UUID.randomUUID(), yuan("1"))))
                .isInstanceOf(ClaimShort.class);
        clerk.does(() -> ledger.release(UUID.randomUUID()));
        stands("1000.00", "0.00", "600.00", "0.00", "400.00");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLineIsRaisedAndCutButNotBelowWhatIsTaken(Database database) {
        open(database, "1000");
        reserve(claim, "600");
        ledger.provide(line, YEAR, yuan("1500"), "DEMO");
        ledger.provide(line, YEAR, yuan("600"), "R-2026-1");

        assertThat(ledger.balance(line, YEAR).source()).isEqualTo("R-2026-1");
        stands("600.00", "600.00", "0.00", "0.00", "0.00");
        assertThat(entries(Figure.PROVIDED))
                .extracting(entry -> entry.in(Figure.PROVIDED))
                .containsExactly(yuan("-900.00"), yuan("500.00"), yuan("1000.00"));
        assertThatThrownBy(() -> ledger.provide(line, YEAR, yuan("599.99"), "R-2026-2"))
                .isInstanceOf(BudgetPromised.class);
        assertThat(ledger.balance(line, YEAR).source()).isEqualTo("R-2026-1");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void actsOnClaimsNeedATransactionAndGoWithIt(Database database) {
        open(database, "1000");

        for (var act : List.<Runnable>of(
                () -> ledger.reserve(line, YEAR, claim, FIRM, yuan("1")),
                () -> ledger.spend(claim, yuan("1")),
                () -> ledger.release(claim),
                () -> ledger.clawBack(claim, yuan("1")))) {
            assertThatThrownBy(act::run).isInstanceOf(IllegalTransactionStateException.class);
        }
        assertThatThrownBy(() -> clerk.does(() -> {
                    ledger.reserve(line, YEAR, claim, FIRM, yuan("1"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        stands("1000.00", "0.00", "0.00", "0.00", "1000.00");
        assertThat(ledger.reservation(claim)).isEmpty();
        assertThat(acts()).containsExactly("budget.provided");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void refusesWhatIsNoAmountAndNoIndex(Database database) {
        open(database, "1000");

        for (var wrong : List.of("0", "-1", "0.001", "10000000000000")) {
            assertThatThrownBy(() -> reserve(claim, wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ledger.provide(line, YEAR, yuan(wrong), "DEMO"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var name : List.of("江门市某某科技有限公司", "Chan Tai Man", "")) {
            assertThatThrownBy(() -> clerk.does(() -> ledger.reserve(line, YEAR, claim, name, yuan("1"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The beneficiary of a claim is a blind index.");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theDatabaseItselfRefusesWhatTheLedgerWould(Database database) {
        open(database, "1000");
        reserve(claim, "600");
        clerk.does(() -> ledger.spend(claim, yuan("500")));
        for (var offender : List.of(
                "update budget_line set reserved = -0.01",
                "update budget_line set provided = -1, reserved = 0, spent = 0, returned = 0",
                "update budget_line set reserved = 500.01",
                "update budget_line set spent = 1000.01",
                "update budget_line set provided = 499.99",
                "update budget_line set returned = 500.01",
                "update budget_line set returned = -0.01",
                "update budget_claim set reserved = 100.01",
                "update budget_claim set spent = 600.01",
                "update budget_claim set returned = 500.01",
                "update budget_claim set reserved = -0.01",
                "update budget_claim set beneficiary = 'Chan'",
                "update budget_entry set amount = 0 where seq = 1",
                "update budget_entry set movement = 'LOST' where seq = 2",
                "update budget_entry set claim = null where seq = 2",
                "update budget_entry set seq = 1 where seq = 2",
                "insert into budget_entry select line, budget_year, 9, movement, claim, amount, at, account from budget_entry where seq = 2",
                "delete from budget_line",
                "delete from budget_claim")) {
            assertThatThrownBy(() -> jdbc.sql(on(offender)).update())
                    .as(offender)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(jdbc.sql(on("update budget_line set reserved = 500")).update())
                .isOne();
    }

    private String on(String statement) {
        var narrowed = "line = '%s'".formatted(line);
        return statement + (statement.contains(" where ") ? " and " : " where ") + narrowed;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void entriesAreReadPageByPage(Database database) {
        open(database, "1000");
        for (var n = 1; n <= 5; n++) {
            reserve(UUID.randomUUID(), "1");
        }

        var first = ledger.entries(line, YEAR, Figure.RESERVED, OptionalLong.empty(), 2);
        var second = ledger.entries(line, YEAR, Figure.RESERVED, OptionalLong.of(5), 2);
        var third = ledger.entries(line, YEAR, Figure.RESERVED, OptionalLong.of(3), 2);

        assertThat(first).extracting(Entry::seq).containsExactly(6L, 5L);
        assertThat(second).extracting(Entry::seq).containsExactly(4L, 3L);
        assertThat(third).extracting(Entry::seq).containsExactly(2L);
    }

    private void open(Database database, String amount) {
        source = SOURCES.computeIfAbsent(database, Database::migrated);
        jdbc = JdbcClient.create(source);
        var transactions = new DataSourceTransactionManager(source);
        clerk = new LedgerFixture.Clerk(transactions);
        ledger = LedgerFixture.ledger(source, transactions, Clock.fixed(NOW, ZoneOffset.UTC));
        ledger.provide(line, YEAR, yuan(amount), "DEMO");
    }

    private void reserve(UUID wanted, String amount) {
        clerk.does(() -> ledger.reserve(line, YEAR, wanted, FIRM, yuan(amount)));
    }

    private void stands(String... figures) {
        var balance = ledger.balance(line, YEAR);
        assertThat(Arrays.stream(Figure.values()).map(balance::of))
                .containsExactly(Arrays.stream(figures).map(BigDecimal::new).toArray(BigDecimal[]::new));
        for (var figure : Figure.values()) {
            assertThat(entries(figure).stream().map(entry -> entry.in(figure)).reduce(yuan("0.00"), BigDecimal::add))
                    .as(figure.key())
                    .isEqualTo(balance.of(figure));
        }
    }

    private List<Entry> entries(Figure figure) {
        return ledger.entries(line, YEAR, figure, OptionalLong.empty(), 100);
    }

    private List<String> acts() {
        return jdbc.sql("select code from audit_entry where facts like ? order by seq")
                .param("%" + line + "%")
                .query(String.class)
                .list();
    }
}
