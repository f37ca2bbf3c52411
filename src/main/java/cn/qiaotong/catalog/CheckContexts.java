package cn.qiaotong.catalog;

import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a form needs to know to be checked: the day at the desk, answers given elsewhere, and the checks that have names. */
@Component
public class CheckContexts {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final Map<String, CrossCheck> crossChecks;
    private final Clock clock;

    CheckContexts(Map<String, CrossCheck> crossChecks, Clock clock) {
        this.crossChecks = crossChecks;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(DESK));
    }

    public CheckContext now() {
        return now(Map.of());
    }

    /** The context with answers that the form does not ask for, such as those of an earlier version. */
    public CheckContext now(Map<String, Object> answers) {
        return new CheckContext(today(), answers, crossChecks);
    }
}
