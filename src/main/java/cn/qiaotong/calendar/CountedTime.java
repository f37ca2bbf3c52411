package cn.qiaotong.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The time that counts towards a term: the whole of every day that counts, less the pauses. */
record CountedTime(Term.Unit unit, WorkingCalendar calendar, List<Pause> pauses) {

    Duration between(Instant from, Instant to) {
        return spans(from, to).map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** When so much counted time has passed since an instant, at the latest at the end. */
    Instant passed(Duration time, Instant from, Instant end) {
        var left = time;
        for (var span : spans(from, end).toList()) {
            if (left.compareTo(span.length()) <= 0) {
                return span.from().plus(left);
            }
            left = left.minus(span.length());
        }
        return end;
    }

    private Stream<Span> spans(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Stream.empty();
        }
        var first = from.atZone(WorkingCalendar.ZONE).toLocalDate();
        var last = to.minusNanos(1).atZone(WorkingCalendar.ZONE).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .filter(day -> unit.counts(day, calendar))
                .flatMap(day -> new Span(Term.startOf(day), Term.startOf(day.plusDays(1))).within(from, to))
                .flatMap(this::unpaused);
    }

    private Stream<Span> unpaused(Span span) {
        var rest = Stream.of(span);
        for (var pause : pauses) {
            rest = rest.flatMap(part -> part.without(pause));
        }
        return rest;
    }

    private record Span(Instant from, Instant to) {

        Duration length() {
            return Duration.between(from, to);
        }

        Stream<Span> within(Instant first, Instant last) {
            var span = new Span(first.isAfter(from) ? first : from, last.isBefore(to) ? last : to);
            return span.from.isBefore(span.to) ? Stream.of(span) : Stream.empty();
        }

        Stream<Span> without(Pause pause) {
            return Stream.concat(within(from, pause.from()), within(pause.until(), to));
        }
    }
}
