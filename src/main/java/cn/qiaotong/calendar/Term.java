package cn.qiaotong.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A promised or legal time, in working days or calendar days. It ends with its last day, at 24:00 in Asia/Shanghai; a day
 * at whose end the clock stands still does not count.
 */
public record Term(int amount, Unit unit) {

    /** What a term counts: 工作日 or 自然日. */
    public enum Unit {
        WORKING_DAYS("working"),
        CALENDAR_DAYS("calendar");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        boolean counts(LocalDate day, WorkingCalendar calendar) {
            return this == CALENDAR_DAYS || calendar.isWorkingDay(day);
        }
    }

    private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,3}) (working|calendar) days?");

    public Term {
        if (amount < 1 || amount > 9999) {
            throw new IllegalArgumentException("A term has 1 to 9999 days, not " + amount + ".");
        }
    }

    public static Term parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a term: write '3 working days' or '10 calendar days'.".formatted(text));
        }
        var unit = matcher.group(2).equals("working") ? Unit.WORKING_DAYS : Unit.CALENDAR_DAYS;
        return new Term(Integer.parseInt(matcher.group(1)), unit);
    }

    public String format() {
        return "%d %s day%s".formatted(amount, unit.word, amount == 1 ? "" : "s");
    }

    /** When the term is over: the first instant that is too late. */
    public Instant after(Instant start, WorkingCalendar calendar) {
        return after(start, List.of(), calendar);
    }

    public Instant after(Instant start, List<Pause> pauses, WorkingCalendar calendar) {
        return startOf(lastDay(start, pauses, calendar).plusDays(1));
    }

    /** The last day of the term, as a letter names it. */
    public LocalDate lastDay(Instant start, List<Pause> pauses, WorkingCalendar calendar) {
        var paused = pauses.stream()
                .map(pause -> new PausedDays(calendar.dayOf(pause.from()), calendar.dayOf(pause.until())))
                .toList();
        var day = calendar.dayOf(start);
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            var today = day;
            if (unit.counts(day, calendar) && paused.stream().noneMatch(days -> days.cover(today))) {
                left--;
            }
        }
        return day;
    }

    /** The part of the term that is used at an instant: 0 when opened, 1 when due, more when overdue. */
    public double usedAt(Instant at, Instant opened, List<Pause> pauses, WorkingCalendar calendar) {
        var time = new CountedTime(unit, calendar, pauses);
        var whole = time.between(opened, after(opened, pauses, calendar));
        return (double) time.between(opened, at).toMillis() / whole.toMillis();
    }

    /** The instant at which so many per cent are used; at 100 the term is over. */
    public Instant whenUsed(int percent, Instant opened, List<Pause> pauses, WorkingCalendar calendar) {
        var due = after(opened, pauses, calendar);
        if (percent >= 100) {
            return due;
        }
        var time = new CountedTime(unit, calendar, pauses);
        Duration part = time.between(opened, due).multipliedBy(percent).dividedBy(100);
        return time.passed(part, opened, due);
    }

    static Instant startOf(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    private record PausedDays(LocalDate from, LocalDate until) {
        boolean cover(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }
}
