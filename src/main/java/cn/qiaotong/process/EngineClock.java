package cn.qiaotong.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The engine's clock, set to ours by whoever moves time. The engine keeps one clock for the whole virtual machine, so a test
 * that follows a clock must release it; an application never calls this.
 */
@Component
public final class EngineClock {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    /** Stops the engine's clock at the present instant of ours. */
    public void follow() {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
    }

    /** Gives the engine the system's clock back. */
    public void release() {
        ClockUtil.reset();
    }
}
