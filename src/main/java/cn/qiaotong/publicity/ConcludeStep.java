package cn.qiaotong.publicity;

import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Tells;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The word {@code conclude}: ends the time for objections and tells whether there was one. */
@Component("conclude")
@Tells("objected")
class ConcludeStep implements Step {

    private final PublicNotices notices;
    private final Objections objections;
    private final Clock clock;

    ConcludeStep(PublicNotices notices, Objections objections, Clock clock) {
        this.notices = notices;
        this.objections = objections;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var notice = notices.of(id).orElseThrow();
        notices.conclude(notice, clock.instant());
        return Map.of("objected", objections.count(notice) > 0 ? "yes" : "no");
    }
}
