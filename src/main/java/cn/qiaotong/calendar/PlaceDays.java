package cn.qiaotong.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The days of one place in the years that are loaded: Monday to Friday, less the days off, with the make-up workdays. */
record PlaceDays(String place, Set<Integer> years, Set<LocalDate> off, Set<LocalDate> work) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    PlaceDays {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    boolean isWorked(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new CalendarMissing(place, day.getYear());
        }
        return work.contains(day) || !off.contains(day) && !WEEKEND.contains(day.getDayOfWeek());
    }
}
