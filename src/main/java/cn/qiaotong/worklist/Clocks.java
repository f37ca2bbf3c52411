package cn.qiaotong.worklist;

import cn.qiaotong.calendar.CalendarMissing;
import cn.qiaotong.calendar.Pause;
import cn.qiaotong.calendar.Term;
import cn.qiaotong.calendar.WorkingCalendar;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.SetTimer;
import cn.qiaotong.request.FrozenPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The promises that run. A clock belongs to whoever is waited for: it begins with their wait, stands still while the
 * applicant is asked for something, goes on when the answer is back, and ends with the step. Without a published calendar
 * it has no due time; one is set when the calendar is there.
 */
@Component
class Clocks {

    static final String MAINLAND = "CN";

    private final ClockRows rows;
    private final WaitRows waits;
    private final FrozenPolicies policies;
    private final WorkingCalendars calendars;
    private final Timers timers;
    private final Clock clock;

    Clocks(
            ClockRows rows,
            WaitRows waits,
            FrozenPolicies policies,
            WorkingCalendars calendars,
            Timers timers,
            Clock clock) {
        this.rows = rows;
        this.waits = waits;
        this.policies = policies;
        this.calendars = calendars;
        this.timers = timers;
        this.clock = clock;
    }

    /** The term that policy promises this request under a key. */
    Term term(RequestId request, String dueKey) {
        return policies.due(request, dueKey);
    }

    /** When a time that begins now is over; nothing while a calendar is missing. */
    Optional<Instant> dueFromNow(RequestId request, String dueKey) {
        try {
            return Optional.of(term(request, dueKey).after(clock.instant(), calendar(request)));
        } catch (CalendarMissing missing) {
            return Optional.empty();
        }
    }

    /** The clock for a wait that opens now: a paused one goes on, otherwise a new one begins. */
    UUID start(RequestId request, String dueKey, Optional<String> organisation) {
        var now = clock.instant();
        var paused = rows.open(request).stream()
                .filter(row -> row.pausedAt().isPresent()
                        && row.dueKey().equals(dueKey)
                        && row.organisation().equals(organisation))
                .findFirst();
        if (paused.isPresent()) {
            var pause = new Pause(paused.get().pausedAt().get(), now);
            rows.keepPause(paused.get().id(), pause, "supplement");
            run(rows.find(paused.get().id()).orElseThrow());
            return paused.get().id();
        }
        var fresh = new ClockRow(
                UUID.randomUUID(),
                request,
                dueKey,
                organisation,
                term(request, dueKey),
                now,
                List.of(),
                Optional.empty(),
                0);
        rows.insert(fresh);
        run(fresh);
        return fresh.id();
    }

    /** Sets due time and next mark from the term, the beginning and the pauses. */
    void run(ClockRow row) {
        run(row, row.stage());
    }

    void run(ClockRow row, int stage) {
        try {
            var calendar = calendar(row.request());
            var due = row.term().after(row.openedAt(), row.pauses(), calendar);
            var staged = new ClockRow(
                    row.id(),
                    row.request(),
                    row.dueKey(),
                    row.organisation(),
                    row.term(),
                    row.openedAt(),
                    row.pauses(),
                    Optional.empty(),
                    stage);
            var next = staged.nextMark().map(mark -> row.term().whenUsed(mark, row.openedAt(), row.pauses(), calendar));
            rows.runs(row.id(), Optional.of(due), next, stage);
            waits.due(row.id(), due);
        } catch (CalendarMissing missing) {
            rows.runs(row.id(), Optional.empty(), Optional.empty(), stage);
        }
    }

    /** Dates a clock whose calendar was missing, and moves the timers that the model draws on the same promise. */
    void date(ClockRow row) {
        run(row);
        due(row.id()).ifPresent(due -> timers.move(row.request(), row.dueKey(), due));
    }

    /** Dates a timer of a time that no clock counts, such as that of silence, once its calendar is there. */
    void date(SetTimer timer) {
        var request = timer.request();
        timers.dueKey(timer)
                .filter(key -> rows.open(request).stream()
                        .noneMatch(row -> row.dueKey().equals(key)))
                .ifPresent(key -> {
                    try {
                        timers.move(request, key, term(request, key).after(timer.since(), calendar(request)));
                    } catch (CalendarMissing missing) {
                        // it is tried again once somebody has loaded the year
                    }
                });
    }

    /** Stops the clocks of steps that are not waited for now, until they are waited for again. */
    void pauseAll(RequestId request) {
        idle(request).filter(row -> row.pausedAt().isEmpty()).forEach(row -> rows.pause(row.id(), clock.instant()));
    }

    /** Ends the clocks of steps that are not waited for, but not this one. */
    void closeOthers(RequestId request, Optional<UUID> kept) {
        idle(request)
                .map(ClockRow::id)
                .filter(id -> !Optional.of(id).equals(kept))
                .forEach(id -> rows.close(id, clock.instant()));
    }

    /** The open clocks of the request that no open wait runs by: several organisations may be waited for at once. */
    private Stream<ClockRow> idle(RequestId request) {
        var running = waits.runningClocks(request);
        return rows.open(request).stream().filter(row -> !running.contains(row.id()));
    }

    Optional<Instant> due(UUID id) {
        return rows.find(id).flatMap(row -> {
            try {
                return Optional.of(row.term().after(row.openedAt(), row.pauses(), calendar(row.request())));
            } catch (CalendarMissing missing) {
                return Optional.empty();
            }
        });
    }

    private WorkingCalendar calendar(RequestId request) {
        var days = calendars.of(MAINLAND);
        return policies.closingTime(request).map(days::closingAt).orElse(days);
    }
}
