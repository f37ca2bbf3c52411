package cn.qiaotong.worklist;

import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.SetTimer;
import cn.qiaotong.request.Requests;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells of promised times as they run out: a reminder at 50 and 80 per cent, the supervisor at 100 (督办). Several nodes may
 * sweep at once; each mark is told once.
 */
@Component
public class Sweeper {

    private static final int BATCH = 200;

    private final ClockRows rows;
    private final Clocks clocks;
    private final Timers timers;
    private final Requests requests;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sweeper(
            ClockRows rows,
            Clocks clocks,
            Timers timers,
            Requests requests,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.clocks = clocks;
        this.timers = timers;
        this.requests = requests;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** Tells of every mark that is due, one request at a time, and dates the clocks whose calendar has arrived. */
    public void sweep() {
        rows.undated(BATCH).forEach(row -> transaction.executeWithoutResult(status -> date(row)));
        timers.undated(BATCH).forEach(timer -> transaction.executeWithoutResult(status -> date(timer)));
        var before = List.<RequestId>of();
        var due = rows.dueForTelling(clock.instant(), BATCH);
        while (!due.equals(before)) {
            due.forEach(request -> transaction.executeWithoutResult(status -> tell(request)));
            before = due;
            due = due.size() < BATCH ? due : rows.dueForTelling(clock.instant(), BATCH);
        }
    }

    private void date(ClockRow seen) {
        requests.locked(seen.request());
        rows.open(seen.request()).stream()
                .filter(row -> row.id().equals(seen.id()) && row.pausedAt().isEmpty())
                .forEach(clocks::date);
    }

    private void date(SetTimer timer) {
        requests.locked(timer.request());
        clocks.date(timer);
    }

    private void tell(RequestId request) {
        requests.locked(request);
        rows.claimed(request, clock.instant()).forEach(this::tell);
    }

    private void tell(ClockRow row) {
        row.nextMark().ifPresent(mark -> {
            events.publishEvent(
                    mark == 100
                            ? new Overdue(row.request(), row.dueKey(), row.organisation())
                            : new Reminded(row.request(), row.dueKey(), row.organisation(), mark));
            clocks.run(row, row.stage() + 1);
        });
    }
}
