package cn.qiaotong.calendar;

/** A day was asked of a year that no one has loaded. Working days of a year not yet published are never guessed. */
public final class CalendarMissing extends RuntimeException {

    private final String calendar;
    private final int year;

    CalendarMissing(String calendar, int year) {
        super("The calendar %s has no year %d: an administrator loads it once it is published."
                .formatted(calendar, year));
        this.calendar = calendar;
        this.year = year;
    }

    public String calendar() {
        return calendar;
    }

    public int year() {
        return year;
    }
}
