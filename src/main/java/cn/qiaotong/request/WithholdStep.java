package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The word {@code withhold}: the notice that nobody allowed is not sent, and the applicant never hears of it. */
@Component("withhold")
class WithholdStep implements Step {

    private final SupplementRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    WithholdStep(SupplementRows rows, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId request, Map<String, String> inputs) {
        rows.withheld(request, clock.instant());
        audit.record(new Act(
                Act.DISTRICT,
                "supplement.withheld",
                Optional.empty(),
                Optional.of(request.value().toString()),
                Map.of()));
        return Map.of();
    }
}
