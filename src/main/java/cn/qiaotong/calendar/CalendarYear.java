package cn.qiaotong.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One published year of a calendar: the days off that a plain Monday-to-Friday week would not have, the weekend days that
 * are worked, and the notice that says so.
 */
public record CalendarYear(
        String calendar, int year, String source, String note, SortedSet<LocalDate> off, SortedSet<LocalDate> work) {

    public CalendarYear {
        off = sorted(off);
        work = sorted(work);
        if (source.isBlank()) {
            throw new IllegalArgumentException("The year %d of %s needs its source.".formatted(year, calendar));
        }
        refuseOutside(year, off);
        refuseOutside(year, work);
        if (!Collections.disjoint(off, work)) {
            throw new IllegalArgumentException("A day of %s %d is both off and worked.".formatted(calendar, year));
        }
    }

    private static SortedSet<LocalDate> sorted(Collection<LocalDate> days) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(days));
    }

    private static void refuseOutside(int year, SortedSet<LocalDate> days) {
        for (var day : days) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException("%s is not a day of %d.".formatted(day, year));
            }
        }
    }
}
