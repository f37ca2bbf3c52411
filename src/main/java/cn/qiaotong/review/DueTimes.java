package cn.qiaotong.review;

import cn.qiaotong.calendar.CalendarMissing;
import cn.qiaotong.calendar.WorkingCalendar;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.review.DueTime.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says how near due times are. A time ends with its last day, so the instant itself belongs to the day after. */
@Component
class DueTimes {

    private static final String MAINLAND = "CN";
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendars calendars;
    private final CheckContexts contexts;
    private final Clock clock;

    DueTimes(WorkingCalendars calendars, CheckContexts contexts, Clock clock) {
        this.calendars = calendars;
        this.contexts = contexts;
        this.clock = clock;
    }

    DueTime of(Optional<Instant> due) {
        return due.map(this::of).orElse(new DueTime(Optional.empty(), Kind.none, 0));
    }

    private DueTime of(Instant due) {
        var lastDay = LocalDate.ofInstant(due.minusMillis(1), DESK);
        try {
            return of(due, lastDay, calendars.of(MAINLAND));
        } catch (CalendarMissing notYetPublished) {
            return new DueTime(Optional.of(lastDay), Kind.dated, 0);
        }
    }

    private DueTime of(Instant due, LocalDate lastDay, WorkingCalendar calendar) {
        var today = contexts.today();
        if (!clock.instant().isBefore(due)) {
            return new DueTime(Optional.of(lastDay), Kind.late, calendar.workingDaysBetween(lastDay, today));
        }
        return lastDay.equals(today)
                ? new DueTime(Optional.of(lastDay), Kind.today, 0)
                : new DueTime(Optional.of(lastDay), Kind.left, calendar.workingDaysBetween(today, lastDay));
    }
}
