package cn.qiaotong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.Southbound;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.process.EngineClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@WholeDesk
class TimersTests {

    private final BeanFactory beans;
    private final MutableClock clock;
    private final Timers timers;

    @Autowired
    TimersTests(BeanFactory beans, MutableClock clock, Timers timers) {
        this.beans = beans;
        this.clock = clock;
        this.timers = timers;
    }

    @AfterEach
    void releaseTheEnginesClock() {
        clock.set(Instant.parse("2026-03-02T01:00:00Z"));
        beans.getBean(EngineClock.class).release();
    }

    @Test
    void aTimerSetWithoutACalendarEndsTheWaitOnceItIsMoved() {
        var acts = Acts.with(beans);
        clock.set(Instant.parse("2026-12-28T01:00:00Z"));
        var request = acts.apply(Southbound.SERVICE, acts.applicant("late-in-the-year"), Southbound.answers());
        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("means_paper", "缺少最近一个月的证明"));
        clock.set(Instant.parse("2027-01-20T01:00:00Z"));
        acts.fireDueTimers(request);
        assertThat(acts.now(request).outcome()).isEmpty();

        timers.move(request.id(), "supplement-answer", Instant.parse("2027-01-11T16:00:00Z"));
        acts.fireDueTimers(request);

        assertThat(acts.now(request).outcome()).contains("expired");
    }
}
