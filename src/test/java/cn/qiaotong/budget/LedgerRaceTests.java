package cn.qiaotong.budget;

import static cn.qiaotong.budget.LedgerFixture.beneficiary;
import static cn.qiaotong.budget.LedgerFixture.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.audit.AuditFixture;
import cn.qiaotong.audit.Verification;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Eight at once get exactly what is there, and each claim its turn once. */
class LedgerRaceTests {

    private static final String LINE = "race";
    private static final int YEAR = 2026;
    private static final int CLAIMS = 200;
    private static final int FITTING = 37;

    private DataSource source;
    private DataSourceTransactionManager transactions;
    private LedgerFixture.Clerk clerk;
    private Ledger ledger;

    @ParameterizedTest
    @EnumSource(Database.class)
    void exactlyWhatFitsIsReserved(Database database) throws Exception {
        open(database, "379.99");

        var reserved = race(Stream.generate(UUID::randomUUID).limit(CLAIMS).toList(), this::reserves);

        assertThat(reserved).hasSize(CLAIMS).filteredOn(fits -> fits).hasSize(FITTING);
        var balance = ledger.balance(LINE, YEAR);
        assertThat(balance.reserved()).isEqualTo("370.00");
        assertThat(balance.free()).isEqualTo("9.99");
        assertThat(ledger.entries(LINE, YEAR, Figure.FREE, OptionalLong.empty(), 1000))
                .extracting(Entry::seq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, FITTING + 1L)
                        .boxed()
                        .sorted(Collections.reverseOrder())
                        .toList());
        assertThat(AuditFixture.trail(source, transactions, Clock.systemUTC()).verify("district"))
                .isInstanceOfSatisfying(Verification.Intact.class, whole -> assertThat(whole.entries())
                        .isEqualTo(FITTING + 1));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsDoneTwiceAtOnceIsDoneOnce(Database database) throws Exception {
        open(database, "1000");
        var claims = Stream.generate(UUID::randomUUID).limit(10).toList();
        var each = new ArrayList<UUID>();
        Collections.nCopies(8, claims).forEach(each::addAll);

        assertThat(race(each, this::reserves)).containsOnly(true);
        race(each, claim -> {
            clerk.does(() -> ledger.spend(claim, yuan("7")));
            return true;
        });
        race(each, claim -> {
            clerk.does(() -> ledger.clawBack(claim, yuan("2")));
            return true;
        });

        var balance = ledger.balance(LINE, YEAR);
        assertThat(balance.reserved()).isEqualTo("0.00");
        assertThat(balance.spent()).isEqualTo("70.00");
        assertThat(balance.returned()).isEqualTo("20.00");
        for (var figure : Figure.values()) {
            assertThat(ledger.entries(LINE, YEAR, figure, OptionalLong.empty(), 1000).stream()
                            .map(entry -> entry.in(figure))
                            .reduce(yuan("0.00"), BigDecimal::add))
                    .isEqualTo(balance.of(figure));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void nodesThatProvideALineAtOnceOpenItOnce(Database database) throws Exception {
        open(database, "1000");

        race(Stream.generate(UUID::randomUUID).limit(16).toList(), claim -> {
            ledger.provide("opened-at-once", YEAR, yuan("500"), "DEMO");
            return true;
        });

        assertThat(ledger.entries("opened-at-once", YEAR, Figure.PROVIDED, OptionalLong.empty(), 10))
                .hasSize(1);
        assertThat(ledger.balance("opened-at-once", YEAR).provided()).isEqualTo("500.00");
    }

    private boolean reserves(UUID claim) {
        return clerk.asks(() -> {
            try {
                return ledger.reserve(LINE, YEAR, claim, beneficiary("firm"), yuan("10"))
                        .claim()
                        .equals(claim);
            } catch (BudgetShort refused) {
                assertThat(refused.status().value()).isEqualTo(409);
                assertThat((BigDecimal) refused.arguments()[1]).isNotNegative();
                return false;
            }
        });
    }

    private static List<Boolean> race(List<UUID> claims, Deed deed) throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            var acts = claims.stream()
                    .map(claim -> (Callable<Boolean>) () -> deed.done(claim))
                    .toList();
            var results = new ArrayList<Boolean>();
            for (var done : pool.invokeAll(acts)) {
                results.add(done.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private void open(Database database, String amount) {
        source = database.migrated();
        transactions = new DataSourceTransactionManager(source);
        clerk = new LedgerFixture.Clerk(transactions);
        ledger = LedgerFixture.ledger(source, transactions, Clock.systemUTC());
        ledger.provide(LINE, YEAR, yuan(amount), "DEMO");
    }

    @FunctionalInterface
    private interface Deed {
        boolean done(UUID claim);
    }
}
