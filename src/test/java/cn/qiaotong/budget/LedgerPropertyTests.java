package cn.qiaotong.budget;

import static cn.qiaotong.budget.LedgerFixture.beneficiary;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import cn.qiaotong.web.Conflict;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Whatever is done to a line, in whatever order, and however much of it is taken back, it stands as a simple model says. */
class LedgerPropertyTests {

    private static final int YEAR = 2026;
    private static final Map<Database, Books> BOOKS = new EnumMap<>(Database.class);

    enum Kind {
        PROVIDE,
        RESERVE,
        RELEASE,
        SPEND,
        CLAW_BACK
    }

    /** One act on one of a few claims, which the transaction around it keeps or gives up. */
    record Deed(Kind kind, int claim, int amount, boolean kept) {}

    record Books(Ledger ledger, LedgerFixture.Clerk clerk) {

        static Books open(Database database) {
            var source = database.migrated();
            var transactions = new DataSourceTransactionManager(source);
            return new Books(
                    LedgerFixture.ledger(source, transactions, Clock.systemUTC()),
                    new LedgerFixture.Clerk(transactions));
        }
    }

    /** What a claim may do, in plain numbers; each act counts once. */
    static final class Model {
        int provided;
        final Map<Integer, int[]> claims = new HashMap<>();

        int taken() {
            return claims.values().stream()
                    .mapToInt(claim -> claim[1] + claim[2] - Math.max(claim[3], 0))
                    .sum();
        }

        boolean does(Deed deed) {
            var claim = claims.get(deed.claim);
            return switch (deed.kind) {
                case PROVIDE -> provide(deed.amount);
                case RESERVE -> claim == null ? reserve(deed) : claim[0] == deed.amount;
                case RELEASE -> release(claim);
                case SPEND -> spend(claim, deed.amount);
                case CLAW_BACK -> clawBack(claim, deed.amount);
            };
        }

        private boolean provide(int amount) {
            var fits = amount >= taken();
            provided = fits ? amount : provided;
            return fits;
        }

        private boolean reserve(Deed deed) {
            var fits = deed.amount <= provided - taken();
            if (fits) {
                claims.put(deed.claim, new int[] {deed.amount, deed.amount, 0, -1});
            }
            return fits;
        }

        private boolean release(int[] claim) {
            if (claim != null) {
                claim[1] = 0;
            }
            return true;
        }

        private boolean spend(int[] claim, int amount) {
            if (claim == null || claim[2] > 0) {
                return claim != null && claim[2] == amount;
            }
            var fits = amount <= claim[1];
            if (fits) {
                claim[1] = 0;
                claim[2] = amount;
            }
            return fits;
        }

        private boolean clawBack(int[] claim, int amount) {
            if (claim == null || claim[3] >= 0) {
                return claim != null && claim[3] == amount;
            }
            var fits = amount <= claim[2];
            claim[3] = fits ? amount : claim[3];
            return fits;
        }
    }

    @Property(tries = 60)
    void standsAsTheModelSays(@ForAll Database database, @ForAll("deeds") List<Deed> deeds) {
        var books = BOOKS.computeIfAbsent(database, Books::open);
        var line = "line-" + UUID.randomUUID();
        var claims = new HashMap<Integer, UUID>();
        var model = new Model();
        for (var deed : deeds) {
            var claim = claims.computeIfAbsent(deed.claim, number -> UUID.randomUUID());
            if (deed.kept || deed.kind == Kind.PROVIDE) {
                assertThat(done(books, line, claim, deed)).as(deed.toString()).isEqualTo(model.does(deed));
            } else {
                givenUp(books, line, claim, deed);
            }
            stands(books.ledger, line, model);
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var deed = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.frequency(net.jqwik.api.Tuple.of(5, true), net.jqwik.api.Tuple.of(1, false)))
                .as(Deed::new);
        return deed.list().ofMinSize(5).ofMaxSize(25).map(random -> {
            var all = new java.util.ArrayList<>(random);
            all.add(0, new Deed(Kind.PROVIDE, 1, 20, true));
            return all;
        });
    }

    private static boolean done(Books books, String line, UUID claim, Deed deed) {
        try {
            if (deed.kind == Kind.PROVIDE) {
                act(books.ledger, line, claim, deed);
            } else {
                books.clerk.does(() -> act(books.ledger, line, claim, deed));
            }
            return true;
        } catch (Conflict refused) {
            return false;
        }
    }

    private static void givenUp(Books books, String line, UUID claim, Deed deed) {
        try {
            books.clerk.does(() -> {
                act(books.ledger, line, claim, deed);
                throw new GivenUp();
            });
        } catch (GivenUp | Conflict expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static void act(Ledger ledger, String line, UUID claim, Deed deed) {
        var amount = BigDecimal.valueOf(deed.amount);
        switch (deed.kind) {
            case PROVIDE -> ledger.provide(line, YEAR, amount, "DEMO");
            case RESERVE -> ledger.reserve(line, YEAR, claim, beneficiary("firm"), amount);
            case RELEASE -> ledger.release(claim);
            case SPEND -> ledger.spend(claim, amount);
            case CLAW_BACK -> ledger.clawBack(claim, amount);
        }
    }

    private static void stands(Ledger ledger, String line, Model model) {
        var balance = ledger.balance(line, YEAR);
        assertThat(balance.provided()).isEqualByComparingTo(BigDecimal.valueOf(model.provided));
        assertThat(balance.free())
                .isEqualByComparingTo(BigDecimal.valueOf(model.provided - model.taken()))
                .isNotNegative();
        for (var figure : Figure.values()) {
            assertThat(ledger.entries(line, YEAR, figure, OptionalLong.empty(), 1000).stream()
                            .map(entry -> entry.in(figure))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(balance.of(figure));
        }
        assertThat(ledger.promisedTo(beneficiary("firm"), line, YEAR))
                .isEqualByComparingTo(BigDecimal.valueOf(model.taken()));
    }

    private static final class GivenUp extends RuntimeException {}
}
