package cn.qiaotong.budget;

import static cn.qiaotong.budget.LedgerFixture.beneficiary;
import static cn.qiaotong.budget.LedgerFixture.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import cn.qiaotong.MutableClock;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyFixture;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The ledger provides what policy says, from the day on which policy says it. */
class ProvisionsTests {

    private static final String ROW =
            """
              - kind: budget
                key: %s
                value: {year: %d, amount: %s}
                texts: {zh-Hans: 甲, zh-Hant: 甲, en: Line}
                from: %s
                until: %s
                source: %s
            """;
    private static final String FILE = "sources: {R: {title: T}}\nrows:\n";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private Policies policies;
    private Ledger ledger;
    private LedgerFixture.Clerk clerk;
    private Provisions provisions;

    /** The demo's weeks are made in phase 0, and the web server starts among the last. */
    @Test
    void theLinesAreProvidedBeforeAPageCanBeAskedForOrADemoIsMade() {
        assertThat(new Provisions(policies, ledger, clock).getPhase()).isNegative();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRowCountsFromItsDayOnAndForItsYearAfterIt(Database database) {
        open(database);
        load(
                "one",
                row(2026, "1000000", "2026-01-01", "2026-06-30", "DEMO")
                        + row(2026, "1500000.50", "2026-07-01", "2026-12-31", "R")
                        + row(2027, "2000000", "2027-01-01", "2027-12-31", "DEMO"));

        provisions.bringIn();
        provides(2026, "1000000.00", "DEMO");
        provides(2027, "0.00", "");

        clock.set(Instant.parse("2026-06-30T16:01:00Z"));
        provisions.bringIn();
        provides(2026, "1500000.50", "R");

        clock.set(Instant.parse("2027-03-01T01:00:00Z"));
        provisions.bringIn();
        provisions.bringIn();
        provides(2026, "1500000.50", "R");
        provides(2027, "2000000.00", "DEMO");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aCutBelowWhatIsPromisedIsNotMade(Database database) {
        open(database);
        load("one", row(2026, "1000", "2026-01-01", "2026-12-31", "DEMO"));
        provisions.bringIn();
        clerk.does(() -> ledger.reserve("line", 2026, UUID.randomUUID(), beneficiary("firm"), yuan("800")));
        load("one", row(2026, "700", "2026-01-01", "2026-12-31", "R"));

        provisions.bringIn();

        provides(2026, "1000.00", "DEMO");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void twoFoldersDoNotFeedOneLine(Database database) {
        open(database);
        load("one", row(2026, "1000", "2026-01-01", "2026-12-31", "DEMO"));
        load("two", row(2026, "2000", "2026-01-01", "2026-12-31", "DEMO"));

        assertThatThrownBy(provisions::bringIn)
                .isInstanceOf(LineTwice.class)
                .hasMessage(
                        "The budget line 'line' stands in the policies of one and of two; give one of them another key.");
    }

    private void provides(int year, String amount, String source) {
        assertThat(ledger.balance("line", year).provided()).isEqualTo(amount);
        assertThat(ledger.balance("line", year).source()).isEqualTo(source);
    }

    private void load(String folder, String rows) {
        policies.load(folder, PolicyFixture.rows(FILE + rows));
    }

    private static String row(int year, String amount, String from, String until, String source) {
        return ROW.formatted("line", year, amount, from, until, source);
    }

    private void open(Database database) {
        var source = database.migrated();
        var transactions = new DataSourceTransactionManager(source);
        policies = PolicyFixture.policies(source, transactions, clock);
        ledger = LedgerFixture.ledger(source, transactions, clock);
        clerk = new LedgerFixture.Clerk(transactions);
        provisions = new Provisions(policies, ledger, clock);
    }
}
