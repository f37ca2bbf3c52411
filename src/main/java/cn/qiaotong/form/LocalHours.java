package cn.qiaotong.form;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Two hours of a day in the Mainland, as the clock of another place shows them. Which of the clocks are put forward depends on
 * the day, so the hours are worked out for the day on which they are read.
 */
public record LocalHours(String label, int from, ZoneId zone, String place) {

    static final String STARTS = "h([01]\\d|2[0-2])";

    private static final ZoneId MAINLAND = ZoneId.of("Asia/Shanghai");
    private static final Duration LENGTH = Duration.ofHours(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The hours of an option {@code h09}; none where the zone is not known, or is the Mainland's own. */
    static Optional<LocalHours> of(String option, String label, String zone, String place) {
        return option.matches(STARTS)
                ? zone(zone)
                        .filter(found -> !found.equals(MAINLAND))
                        .map(found ->
                                new LocalHours(label, Integer.parseInt(option.substring(1)), found, unbracketed(place)))
                : Optional.empty();
    }

    /** {@code America_New_York}: an option is a code, so the first underscore stands for the slash after the area. */
    private static Optional<ZoneId> zone(String option) {
        try {
            return Optional.of(ZoneId.of(option.replaceFirst("_", "/")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String unbracketed(String place) {
        return place.replaceFirst("\\s*[(\\uFF08].*$", "");
    }

    public Local on(LocalDate day) {
        var begins = ZonedDateTime.of(day, LocalTime.of(from, 0), MAINLAND);
        var here = begins.withZoneSameInstant(zone);
        var ends = begins.plus(LENGTH).withZoneSameInstant(zone);
        return new Local(when(begins, here, ends, day), TIME.format(here), TIME.format(ends));
    }

    /** An end at midnight still belongs to the day that it ends. */
    private static String when(ZonedDateTime begins, ZonedDateTime here, ZonedDateTime ends, LocalDate day) {
        if (here.getOffset().equals(begins.getOffset())) {
            return "same";
        }
        var first = here.toLocalDate().compareTo(day);
        var last = ends.minusNanos(1).toLocalDate().compareTo(day);
        if (first != last) {
            return first < 0 ? "from-before" : "into-after";
        }
        return first < 0 ? "before" : first > 0 ? "after" : "day";
    }

    /** The hours there, and on which day beside the Mainland's they are: the rest of the key of the text that says so. */
    public record Local(String when, String from, String to) {}
}
