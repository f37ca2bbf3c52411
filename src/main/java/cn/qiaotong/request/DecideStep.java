package cn.qiaotong.request;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.decision.Decision;
import cn.qiaotong.decision.DecisionOutcome.Match;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The word {@code decide}: runs a decision of the folder over the answers and the frozen policy, keeps each condition with
 * its explanation, and tells the model {@code yes}, {@code no} or {@code person} under the decision's name. It never refuses.
 */
@Component("decide")
class DecideStep implements Step {

    private final RequestRows rows;
    private final PublicServices services;
    private final AnswerRows answers;
    private final FrozenPolicies policies;
    private final Checks checks;

    DecideStep(RequestRows rows, PublicServices services, AnswerRows answers, FrozenPolicies policies, Checks checks) {
        this.rows = rows;
        this.services = services;
        this.answers = answers;
        this.policies = policies;
        this.checks = checks;
    }

    @Override
    public Map<String, ?> run(RequestId id, Map<String, String> inputs) {
        var request = rows.find(id).orElseThrow();
        var version = services.version(request.service(), request.deployment());
        var name = inputs.get("decision");
        var decision = version.decision(name).orElseThrow();
        var policy = policies.of(id);
        var checked = check(decision, version.apply(), answers.of(id, request.version()), policy);
        checks.replace(id, request.version(), checked);
        return Map.of(name, verdict(checked));
    }

    static List<Check> check(Decision decision, Form form, Answers answers, PolicyValues policy) {
        var values = new HashMap<String, Object>();
        form.fields().forEach(field -> values.put(field.key(), null));
        values.putAll(answers.values());
        values.put("policy", policy.context());
        return decision.decide(values).matches().stream()
                .map(match -> explained(match, answers, policy))
                .toList();
    }

    /** A condition whose answer was not given is unknown, though to FEEL nothing equals null. */
    private static Check explained(Match match, Answers answers, PolicyValues policy) {
        var outputs = match.outputs();
        var given = Optional.ofNullable(outputs.get("given")).map(String::valueOf);
        var answered = given.flatMap(answers::get).isPresent() || given.isEmpty();
        return new Check(
                String.valueOf(outputs.get("condition")),
                Check.Met.of(answered ? outputs.get("met") : null),
                given,
                Optional.ofNullable(outputs.get("policy"))
                        .map(String::valueOf)
                        .flatMap(policy::row)
                        .map(PolicyRow::id),
                Optional.ofNullable(outputs.get("decided_by"))
                        .map(String::valueOf)
                        .orElse("desk"));
    }

    static String verdict(List<Check> checks) {
        var ofDesk = checks.stream().filter(Check::ofDesk).toList();
        if (ofDesk.stream().anyMatch(check -> check.met() == Check.Met.NO)) {
            return "no";
        }
        return ofDesk.stream().allMatch(check -> check.met() == Check.Met.YES) ? "yes" : "person";
    }
}
