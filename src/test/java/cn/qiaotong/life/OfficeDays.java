package cn.qiaotong.life;

import cn.qiaotong.calendar.CalendarMissing;
import cn.qiaotong.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/**
 * The days on which people were at work before a present moment. A year whose calendar is not loaded is taken as plain
 * weeks, and named, because the desk itself gives its requests no due times.
 */
final class OfficeDays {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");
    private static final LocalTime BUSY = LocalTime.of(11, 0);
    private static final int WEEKDAYS = 5;

    private final WorkingCalendar calendar;
    private final Instant now;
    private final TreeSet<Integer> missing = new TreeSet<>();

    OfficeDays(WorkingCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return dayOf(now);
    }

    /** The last day on which something may already have been done: today, once the office is busy. */
    LocalDate last() {
        var today = today();
        return isWorkingDay(today) && !now.isBefore(at(today, BUSY)) ? today : back(today, 1);
    }

    /** 0 while it is the last day, 1 on the morning or the day off before the next one. */
    int daysSinceTheLast() {
        return last().equals(today()) ? 0 : 1;
    }

    LocalDate back(LocalDate day, int workingDays) {
        var found = day;
        for (var left = workingDays; left > 0; left -= isWorkingDay(found) ? 1 : 0) {
            found = found.minusDays(1);
        }
        return found;
    }

    LocalDate ahead(LocalDate day, int workingDays) {
        var found = day;
        for (var left = workingDays; left > 0; left -= isWorkingDay(found) ? 1 : 0) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** How many working days lie between so many days ago and the last one. */
    int within(int days) {
        return (int) today().minusDays(days)
                .datesUntil(last())
                .filter(this::isWorkingDay)
                .count();
    }

    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(DESK).toInstant();
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, DESK);
    }

    /** The years that were asked for and are not loaded. */
    Set<Integer> missingYears() {
        return Set.copyOf(missing);
    }

    private boolean isWorkingDay(LocalDate day) {
        try {
            return calendar.isWorkingDay(day);
        } catch (CalendarMissing unpublished) {
            missing.add(day.getYear());
            return day.getDayOfWeek().getValue() <= WEEKDAYS;
        }
    }
}
