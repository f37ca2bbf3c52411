package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The word {@code refer}: hands the request to the branch that the applicant chose, and only with a live consent that names
 * that branch (PIPL art. 23). From then on that branch, and no other, sees it.
 */
@Component("refer")
class ReferStep implements Step {

    private final RequestRows rows;
    private final AnswerRows answers;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    ReferStep(
            RequestRows rows,
            AnswerRows answers,
            Consents consents,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.consents = consents;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var request = rows.find(id).orElseThrow();
        var branch = answers.of(id, request.version())
                .get(inputs.get("branch"))
                .map(String::valueOf)
                .map(Organisation::new)
                .orElseThrow();
        if (!consents.referralLive(id, branch)) {
            throw new ConsentMissing(branch);
        }
        rows.refer(id, branch, clock.instant());
        events.publishEvent(new RequestReferred(id, branch));
        audit.record(new Act(
                "district",
                "request.referred",
                Optional.empty(),
                Optional.of(id.value().toString()),
                Map.of("branch", branch.key())));
        return Map.of();
    }
}
