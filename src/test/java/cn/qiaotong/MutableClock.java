package cn.qiaotong;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, and goes like any other once it is released. */
public final class MutableClock extends Clock {

    private volatile Clock time;
    private volatile boolean stopped;

    public MutableClock(Instant now) {
        set(now);
    }

    public void set(Instant instant) {
        time = Clock.fixed(instant, ZoneOffset.UTC);
        stopped = true;
    }

    public void advance(Duration by) {
        set(instant().plus(by));
    }

    /** Shows the machine's time from now on. */
    public void release() {
        time = Clock.systemUTC();
        stopped = false;
    }

    /** Whether it stands still, moved by somebody. */
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return time.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return MutableClock.this.withZone(other);
            }
        };
    }
}
