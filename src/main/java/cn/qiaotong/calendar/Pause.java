package cn.qiaotong.calendar;

import java.time.Instant;

/** A time in which a clock stands still, from an instant until before another. A pause not yet over ends now. */
public record Pause(Instant from, Instant until) {

    public Pause {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A pause cannot end at %s, before it began at %s.".formatted(until, from));
        }
    }
}
