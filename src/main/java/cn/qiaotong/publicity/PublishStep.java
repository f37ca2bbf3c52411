package cn.qiaotong.publicity;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Pii;
import cn.qiaotong.grant.Claims;
import cn.qiaotong.process.Deadlines;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.GivenAnswers;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.vault.PublicIds;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The word {@code publish}: shows the public the name in the field that the input {@code name} says, and what is reserved for
 * it, open to objections for the time {@code until} and shown for the time {@code gone}. A personal field is never published.
 */
@Component("publish")
@Takes(
        fields = "name",
        rows = {"until", "gone"})
class PublishStep implements Step {

    private final Requests requests;
    private final GivenAnswers given;
    private final PublicServices services;
    private final FrozenPolicies policies;
    private final Claims claims;
    private final PublicNotices notices;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    PublishStep(
            Requests requests,
            GivenAnswers given,
            PublicServices services,
            FrozenPolicies policies,
            Claims claims,
            PublicNotices notices,
            Deadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.given = given;
        this.services = services;
        this.policies = policies;
        this.claims = claims;
        this.notices = notices;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        if (notices.of(id).isEmpty()) {
            var notice = notice(requests.byId(id), inputs);
            notices.insert(notice);
            audit.record(new Act(
                    Act.DISTRICT,
                    "notice.published",
                    Optional.empty(),
                    Optional.of(id.value().toString()),
                    Map.of("notice", notice.id().toString())));
        }
        return Map.of();
    }

    private PublicNotice notice(Request request, Map<String, String> inputs) {
        return new PublicNotice(
                UUID.randomUUID(),
                PublicIds.forUrl(),
                request.id(),
                request.service(),
                name(request, inputs.get("name")),
                claims.of(request.id()).orElseThrow().amount(),
                policies.of(request.id()).restsOnDemo(),
                clock.instant(),
                deadlines.at(request.id(), inputs.get("until")),
                deadlines.at(request.id(), inputs.get("gone")),
                Optional.empty());
    }

    private String name(Request request, String field) {
        var open = services.version(request.service(), request.deployment())
                .apply()
                .field(field)
                .map(Field::pii)
                .filter(Pii.NONE::equals);
        if (open.isEmpty()) {
            throw new IllegalStateException("the field %s is personal and not for the public".formatted(field));
        }
        return String.valueOf(given.of(request).get(field).orElseThrow());
    }
}
