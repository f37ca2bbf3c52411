package cn.qiaotong.budget;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The budget ledger: amounts in yuan, provided by a line for a year, reserved for a claim, then spent or released, and
 * clawed back. Repeating an act for the same claim changes nothing; a refusal changes nothing either and leaves the
 * caller's transaction usable. Claims are reserved, released, spent and clawed back inside the caller's transaction only.
 */
@Component
public final class Ledger {

    /** What the vault's index of somebody looks like; a name does not. */
    private static final Pattern INDEX = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final BudgetRows rows;
    private final AuditTrail trail;
    private final Clock clock;
    private final LedgerTransactions transactions;
    private final Optional<UUID> account;

    @Autowired
    Ledger(JdbcClient jdbc, AuditTrail trail, PlatformTransactionManager transactions, Clock clock) {
        this(new BudgetRows(jdbc), trail, clock, new LedgerTransactions(transactions), Optional.empty());
    }

    private Ledger(
            BudgetRows rows, AuditTrail trail, Clock clock, LedgerTransactions transactions, Optional<UUID> account) {
        this.rows = rows;
        this.trail = trail;
        this.clock = clock;
        this.transactions = transactions;
        this.account = account;
    }

    /** The same ledger, whose entries name this account; otherwise they name none. */
    public Ledger by(UUID someone) {
        return new Ledger(rows, trail, clock, transactions, Optional.of(someone));
    }

    /** Lets a line provide this much in all; less than is promised or paid already is refused. */
    public void provide(String line, int year, BigDecimal amount, String source) {
        var wanted = Yuan.positive(amount);
        if (rows.line(line, year).isEmpty()) {
            transactions.attempt(() -> rows.open(line, year, source));
        }
        transactions.own(() -> {
            var before = rows.lock(line, year).orElseThrow();
            if (wanted.compareTo(before.taken()) < 0) {
                throw new BudgetPromised(wanted, before.taken());
            }
            rows.rest(line, year, source);
            var more = wanted.subtract(before.provided());
            if (more.signum() != 0) {
                enter(line, year, more.signum() > 0 ? Movement.PROVIDED : Movement.CUT, Optional.empty(), more.abs());
            }
        });
    }

    /** Sets an amount aside for a claim, or refuses with {@link BudgetShort}; the beneficiary is a blind index. */
    public Reservation reserve(String line, int year, UUID claim, String beneficiary, BigDecimal amount) {
        transactions.demand();
        var wanted = Yuan.positive(amount);
        if (!INDEX.matcher(beneficiary).matches()) {
            throw new IllegalArgumentException("The beneficiary of a claim is a blind index.");
        }
        var before = rows.lock(line, year).orElseThrow(() -> new BudgetShort(wanted, Yuan.ZERO));
        var known = rows.claim(claim);
        if (known.filter(entered -> !entered.says(line, year, beneficiary, wanted))
                .isPresent()) {
            throw new EnteredOtherwise();
        }
        if (known.isEmpty()) {
            if (wanted.compareTo(before.free()) > 0) {
                throw new BudgetShort(wanted, before.free());
            }
            rows.promise(claim, before, beneficiary, wanted);
            enter(line, year, Movement.RESERVED, Optional.of(claim), wanted);
        }
        return rows.claim(claim).orElseThrow();
    }

    /** Gives back to the line what the claim still has reserved, if anything. */
    public void release(UUID claim) {
        locked(claim).ifPresent(held -> release(held, held.reserved()));
    }

    /** Spends what was reserved or less, and releases the rest. */
    public void spend(UUID claim, BigDecimal amount) {
        var wanted = Yuan.positive(amount);
        var held = locked(claim);
        if (isNew(claim, Movement.SPENT, wanted)) {
            var reserved = held.map(Reservation::reserved).orElse(Yuan.ZERO);
            if (wanted.compareTo(reserved) > 0) {
                throw ClaimShort.reserved(wanted, reserved);
            }
            held.ifPresent(claimed -> {
                enter(claimed.line(), claimed.year(), Movement.SPENT, Optional.of(claim), wanted);
                release(claimed, reserved.subtract(wanted));
            });
        }
    }

    /** Takes back into the line what was paid, or a part of it. */
    public void clawBack(UUID claim, BigDecimal amount) {
        var wanted = Yuan.positive(amount);
        var held = locked(claim);
        if (isNew(claim, Movement.RETURNED, wanted)) {
            var paid = held.map(Reservation::paid).orElse(Yuan.ZERO);
            if (wanted.compareTo(paid) > 0) {
                throw ClaimShort.paid(wanted, paid);
            }
            held.ifPresent(
                    claimed -> enter(claimed.line(), claimed.year(), Movement.RETURNED, Optional.of(claim), wanted));
        }
    }

    /** Where the line stands; nothing is provided by a line that is not in the ledger. */
    public Balance balance(String line, int year) {
        return rows.line(line, year).orElseGet(() -> Balance.nothing(line, year));
    }

    /** Every line and year, the latest year first. */
    public List<Balance> balances() {
        return rows.lines();
    }

    public Optional<Reservation> reservation(UUID claim) {
        return rows.claim(claim);
    }

    /** What the beneficiary was paid from the line, less what was clawed back. */
    public BigDecimal paidTo(String beneficiary, String line, int year) {
        return sum(beneficiary, line, year, Reservation::paid);
    }

    /**
     * What the beneficiary was paid and is still promised. Asked after reserving, in the same transaction, it counts every
     * claim that can stand beside the new one.
     */
    public BigDecimal promisedTo(String beneficiary, String line, int year) {
        return sum(beneficiary, line, year, claim -> claim.paid().add(claim.reserved()));
    }

    private BigDecimal sum(String beneficiary, String line, int year, Function<Reservation, BigDecimal> part) {
        return rows.claims(beneficiary, line, year).stream().map(part).reduce(Yuan.ZERO, BigDecimal::add);
    }

    /** The entries behind a number, the latest first; those before an entry where one is named. */
    public List<Entry> entries(String line, int year, Figure figure, OptionalLong before, int atMost) {
        return rows.entries(line, year, figure.movements(), before.orElse(Long.MAX_VALUE), atMost);
    }

    /** How much each movement came to, over all lines, from one moment until just before another; zero where there was none. */
    public Map<Movement, BigDecimal> moved(Instant from, Instant until) {
        var moved = rows.moved(from, until);
        for (var movement : Movement.values()) {
            moved.putIfAbsent(movement, Yuan.ZERO);
        }
        return moved;
    }

    /** The claim as it is once nobody else can change it any more. */
    private Optional<Reservation> locked(UUID claim) {
        transactions.demand();
        return rows.claim(claim).map(found -> {
            rows.lock(found.line(), found.year());
            return rows.claim(claim).orElseThrow();
        });
    }

    private boolean isNew(UUID claim, Movement movement, BigDecimal amount) {
        var entered = rows.entered(claim, movement);
        if (entered.filter(before -> before.compareTo(amount) != 0).isPresent()) {
            throw new EnteredOtherwise();
        }
        return entered.isEmpty();
    }

    private void release(Reservation held, BigDecimal rest) {
        if (rest.signum() > 0) {
            enter(held.line(), held.year(), Movement.RELEASED, Optional.of(held.claim()), rest);
        }
    }

    private void enter(String line, int year, Movement movement, Optional<UUID> claim, BigDecimal amount) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        rows.add(line, year, new Entry(rows.last(line, year) + 1, movement, claim, amount, now, account));
        trail.record(new Act(
                Act.DISTRICT,
                "budget." + movement.key(),
                account,
                claim.map(UUID::toString),
                Map.of("line", line, "year", Integer.toString(year), "amount", amount.toPlainString())));
    }
}
