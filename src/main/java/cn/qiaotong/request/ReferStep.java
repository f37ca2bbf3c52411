package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.consent.ConsentMissing;
import cn.qiaotong.consent.Consents;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.party.Parties;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Tells;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The word {@code refer}: hands the request to the branches that the applicant chose, and only to those that a live consent
 * names (PIPL art. 23); where none does it is refused. From then on these branches, and no others, see it; the model learns how many they are.
 */
@Component("refer")
@Tells("referrals")
class ReferStep implements Step {

    private final RequestRows rows;
    private final Parties parties;
    private final GivenAnswers given;
    private final Consents consents;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;

    ReferStep(
            RequestRows rows,
            Parties parties,
            GivenAnswers given,
            Consents consents,
            ApplicationEventPublisher events,
            AuditTrail audit) {
        this.rows = rows;
        this.parties = parties;
        this.given = given;
        this.consents = consents;
        this.events = events;
        this.audit = audit;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var chosen = chosen(rows.find(id).orElseThrow(), inputs.get("branch"));
        if (chosen.isEmpty()) {
            throw new IllegalStateException("no branch was chosen");
        }
        var agreed = chosen.stream()
                .filter(branch -> consents.referralLive(id, branch))
                .toList();
        if (agreed.isEmpty()) {
            throw new ConsentMissing(chosen.get(0));
        }
        parties.refer(id, agreed);
        agreed.forEach(branch -> tell(id, branch));
        return Map.of("referrals", agreed.size());
    }

    private List<Organisation> chosen(Request request, String field) {
        return given.of(request, field).stream()
                .flatMap(answer -> answer instanceof List<?> several ? several.stream() : Stream.of(answer))
                .map(String::valueOf)
                .map(Organisation::new)
                .toList();
    }

    private void tell(RequestId id, Organisation branch) {
        events.publishEvent(new RequestReferred(id, branch));
        audit.record(new Act(
                Act.DISTRICT,
                "request.referred",
                Optional.empty(),
                Optional.of(id.value().toString()),
                Map.of("branch", branch.key())));
    }
}
