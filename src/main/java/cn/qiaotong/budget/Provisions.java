package cn.qiaotong.budget;

import cn.qiaotong.policy.Policies;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings into the ledger what policy says each line provides: before the first page can be asked for, and each morning for
 * rows that begin on a later day. A cut below what is already promised is not made; the page about the ledger shows it.
 */
@Component
class Provisions implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Provisions.class);
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final Policies policies;
    private final Ledger ledger;
    private final Clock clock;
    private volatile boolean running;

    Provisions(Policies policies, Ledger ledger, Clock clock) {
        this.policies = policies;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void start() {
        bringIn();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything else that starts: nobody may find an empty line. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Shanghai")
    void bringIn() {
        for (var provision : all()) {
            try {
                ledger.provide(
                        provision.line(),
                        provision.year(),
                        provision.amount(),
                        provision.row().source().key());
            } catch (BudgetPromised kept) {
                LOG.warn(
                        "Budget line {} of {} is promised beyond what policy provides",
                        provision.line(),
                        provision.year());
            }
        }
    }

    /** The last word of policy for each line and year. */
    Collection<Provision> all() {
        var today = LocalDate.ofInstant(clock.instant(), DESK);
        var last = new LinkedHashMap<List<Object>, Provision>();
        policies.begun(Provision.KIND, today).stream()
                .map(Provision::of)
                .forEach(provision ->
                        last.merge(List.of(provision.line(), provision.year()), provision, Provision::followedBy));
        return last.values();
    }
}
