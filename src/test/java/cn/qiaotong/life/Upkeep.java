package cn.qiaotong.life;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.notification.Post;
import cn.qiaotong.process.EngineClock;
import cn.qiaotong.process.EngineJobs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.beans.factory.BeanFactory;

/** What goes on at the desk by itself as time passes: timers fire, promises run out, messages are sent. */
final class Upkeep {

    private static final Duration ROUND = Duration.ofHours(6);

    private final BeanFactory beans;
    private final MutableClock clock;
    private final Acts acts;
    private final EngineClock engineClock;
    private final EngineJobs jobs;
    private Instant done;

    Upkeep(BeanFactory beans, MutableClock clock, Acts acts, LocalDate from) {
        this.beans = beans;
        this.clock = clock;
        this.acts = acts;
        this.engineClock = beans.getBean(EngineClock.class);
        this.jobs = EngineJobs.of(beans);
        this.done = OfficeDays.at(from, LocalTime.MIDNIGHT);
        clock.set(done);
    }

    /** Lets time pass until an instant. */
    void until(Instant instant) {
        while (!done.plus(ROUND).isAfter(instant)) {
            done = done.plus(ROUND);
            clock.set(done);
            round();
        }
        clock.set(instant);
    }

    private void round() {
        engineClock.follow();
        jobs.runEveryDue();
        acts.sweep();
        Post.dispatch(beans);
    }
}
