package cn.qiaotong.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * The working days of one place as loaded: Monday to Friday, less the days off, with the make-up workdays. Days are those of
 * Asia/Shanghai whatever the machine believes, and a year that is not loaded is refused.
 */
public final class WorkingCalendar {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final String code;
    private final LocalTime cutOff;
    private final Set<Integer> years;
    private final Set<LocalDate> off;
    private final Set<LocalDate> work;

    WorkingCalendar(String code, LocalTime cutOff, Set<Integer> years, Set<LocalDate> off, Set<LocalDate> work) {
        this.code = code;
        this.cutOff = cutOff;
        this.years = Set.copyOf(years);
        this.off = Set.copyOf(off);
        this.work = Set.copyOf(work);
    }

    public String code() {
        return code;
    }

    public boolean isWorkingDay(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new CalendarMissing(code, day.getYear());
        }
        return work.contains(day) || !off.contains(day) && !WEEKEND.contains(day.getDayOfWeek());
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
     * The day an instant counts as: its own when that is a working day and the cut-off has not come, the next working day
     * otherwise. So nobody gains by filing on a Saturday what would have been late on Friday evening.
     */
    public LocalDate dayOf(Instant instant) {
        var local = instant.atZone(ZONE);
        var day = local.toLocalDate();
        return isWorkingDay(day) && local.toLocalTime().isBefore(cutOff) ? day : plus(day, 1);
    }
}
