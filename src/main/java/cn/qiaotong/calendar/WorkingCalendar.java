package cn.qiaotong.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The working days of a place as loaded, or of several places together: those that all of them work. Days are those of
 * Asia/Shanghai whatever the machine believes, and a year that one of the places lacks is refused.
 */
public final class WorkingCalendar {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final List<PlaceDays> places;
    private final Optional<LocalTime> closing;

    WorkingCalendar(List<PlaceDays> places) {
        this(places, Optional.empty());
    }

    private WorkingCalendar(List<PlaceDays> places, Optional<LocalTime> closing) {
        this.places = List.copyOf(places);
        this.closing = closing;
    }

    /** These days, each of which is over at that time for whatever arrives. */
    public WorkingCalendar closingAt(LocalTime time) {
        return new WorkingCalendar(places, Optional.of(time));
    }

    public boolean isWorkingDay(LocalDate day) {
        return places.stream().filter(place -> place.isWorked(day)).count() == places.size();
    }

    /** The last of so many working days after day 0, which is not counted itself. */
    public LocalDate plus(LocalDate day0, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days are counted forward, not by " + workingDays + ".");
        }
        var day = day0;
        for (int left = workingDays; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Negative when the second day is the earlier one. */
    public int workingDaysBetween(LocalDate fromExclusive, LocalDate toInclusive) {
        if (toInclusive.isBefore(fromExclusive)) {
            return -workingDaysBetween(toInclusive, fromExclusive);
        }
        return (int) fromExclusive
                .plusDays(1)
                .datesUntil(toInclusive.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /**
     * The day an instant counts as: its own when that is a working day and the closing time has not come, the next working day
     * otherwise. So nobody gains by filing on a Saturday what would have been late on Friday evening.
     */
    public LocalDate dayOf(Instant instant) {
        var local = instant.atZone(ZONE);
        var day = local.toLocalDate();
        var counts =
                isWorkingDay(day) && closing.map(local.toLocalTime()::isBefore).orElse(true);
        return counts ? day : plus(day, 1);
    }
}
