package cn.qiaotong.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of dates: one line in any of the ways dates are written here, year first. */
final class DateValue {

    private static final int LONGEST_READ = 60;
    private static final String DAY =
            "(?:(\\d{4}) ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{1,2})|(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号號]|(\\d{4})(\\d{2})(\\d{2}))";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern MOMENT = Pattern.compile(DAY + "[ T]?(\\d{1,2})(?::|[时時点點])(\\d{2})分?");

    private DateValue() {}

    static Reading read(Field field, String name, String typed, LocalDate today) {
        var text = typed.length() > LONGEST_READ ? typed : Normal.half(typed);
        if (text.isBlank()) {
            return Reading.missing(field, name, code(field, "required"));
        }
        var found = (field.withTime() ? MOMENT : DATE).matcher(text.length() > LONGEST_READ ? "" : text);
        if (!found.matches()) {
            return Reading.refused(name, code(field, "invalid"));
        }
        try {
            return bounded(field, name, found, today);
        } catch (DateTimeException e) {
            return Reading.refused(name, "date.impossible");
        }
    }

    private static Reading bounded(Field field, String name, Matcher found, LocalDate today) {
        var date = day(found);
        var first =
                limit(field, "dateMin", today).or(() -> Optional.of(today).filter(day -> field.disallowsPassedDates()));
        var last = limit(field, "dateMax", today);
        if (first.isPresent() && date.isBefore(first.get())) {
            return Reading.refused(name, "date.min", first.get());
        }
        if (last.isPresent() && date.isAfter(last.get())) {
            return Reading.refused(name, "date.max", last.get());
        }
        return Reading.of(field.withTime() ? date.atTime(time(found)) : date);
    }

    private static LocalDate day(Matcher found) {
        var first = found.group(1) != null ? 1 : found.group(4) != null ? 4 : 7;
        return LocalDate.of(part(found, first), part(found, first + 1), part(found, first + 2));
    }

    private static LocalTime time(Matcher found) {
        return LocalTime.of(part(found, 10), part(found, 11));
    }

    private static int part(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> limit(Field field, String property, LocalDate today) {
        return field.property(property).map(limit -> limit.equals("today") ? today : LocalDate.parse(limit));
    }

    private static String code(Field field, String problem) {
        return (field.withTime() ? "moment." : "date.") + problem;
    }
}
