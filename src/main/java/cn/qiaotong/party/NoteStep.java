package cn.qiaotong.party;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The word {@code note}: keeps what the branch whose turn it is has answered, once the model has had it confirmed. From then on
 * the applicant reads it.
 */
@Component("note")
@Takes(asked = "field")
class NoteStep implements Step {

    private final PartyRows rows;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    NoteStep(PartyRows rows, Parties parties, ApplicationEventPublisher events, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.parties = parties;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var branch = parties.inTurn(id, Integer.parseInt(inputs.get(TURN)));
        var answer = inputs.get("answer");
        rows.answered(id, branch, new Party.Answered(inputs.get("field"), answer, clock.instant()));
        events.publishEvent(new BranchAnswered(id, branch));
        record(id, branch, answer);
        return Map.of();
    }

    private void record(RequestId id, Organisation branch, String answer) {
        audit.record(new Act(
                Act.DISTRICT,
                "request.answered",
                Optional.empty(),
                Optional.of(id.value().toString()),
                Map.of("branch", branch.key(), "answer", answer)));
    }
}
