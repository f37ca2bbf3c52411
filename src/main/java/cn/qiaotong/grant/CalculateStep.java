package cn.qiaotong.grant;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import cn.qiaotong.process.Takes;
import cn.qiaotong.process.Tells;
import cn.qiaotong.request.FrozenPolicies;
import cn.qiaotong.request.Requests;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The word {@code calculate}: works out what the answers come to and keeps it, item by item. The model learns only whether
 * it is nothing, within what two people may approve, or above it.
 */
@Component(Formula.WORD)
@Takes(
        fields = {
            "vouchers",
            "paid_on",
            "amount",
            "currency",
            "number",
            "parity?",
            "drawn?",
            "drawn_currency?",
            "drawn_on?",
            "firm"
        },
        decisions = "rate",
        rows = {"flat_share?", "cap?", "once?", "sign_off?", "line"})
@Tells("grant_size")
class CalculateStep implements Step {

    private final Requests requests;
    private final Reckoning reckoning;
    private final Calculations calculations;
    private final FrozenPolicies policies;
    private final AuditTrail audit;

    CalculateStep(
            Requests requests,
            Reckoning reckoning,
            Calculations calculations,
            FrozenPolicies policies,
            AuditTrail audit) {
        this.requests = requests;
        this.reckoning = reckoning;
        this.calculations = calculations;
        this.policies = policies;
        this.audit = audit;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var request = requests.byId(id);
        var due = reckoning.of(request);
        var calculation = due.reckoned().within(reckoning.free(due));
        calculations.add(id, request.version(), calculation);
        record(id, calculation, inputs.get("rate"));
        var most = Optional.ofNullable(inputs.get("sign_off"))
                .flatMap(policies.of(id)::row)
                .map(PolicyRow::value)
                .map(value -> new BigDecimal(value.toString()));
        return Map.of("grant_size", size(calculation.entitlement(), most));
    }

    /** By the record anybody can tell which rules of which decision the calculation rests on. */
    private void record(RequestId id, Calculation calculation, String decision) {
        audit.record(new Act(
                Act.DISTRICT,
                "grant.calculated",
                Optional.empty(),
                Optional.of(id.value().toString()),
                Map.of(
                        "decision",
                        decision,
                        "rules",
                        calculation.items().stream()
                                .flatMap(item -> item.rule().stream())
                                .distinct()
                                .collect(Collectors.joining("+")))));
    }

    static String size(BigDecimal entitlement, Optional<BigDecimal> most) {
        if (entitlement.signum() == 0) {
            return "nothing";
        }
        return most.filter(limit -> entitlement.compareTo(limit) > 0).isPresent() ? "above" : "within";
    }
}
