package cn.qiaotong.request;

import cn.qiaotong.consent.Consent;
import cn.qiaotong.form.Answers;
import cn.qiaotong.policy.PolicyValues;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a person who deals with a request may read of it: the answers now and before the last supplement, the
 * checks with the policy they rest on, consents, notices and decisions. Where fields are named in {@code shows}, nothing but
 * these fields may be read.
 */
public record CaseFile(
        Request request,
        Answers answers,
        Optional<Answers> before,
        List<Check> checks,
        PolicyValues policy,
        List<Consent> consents,
        List<Supplement> supplements,
        List<TaskDecision> decisions,
        Optional<Set<String>> shows) {

    /** The fields that the last supplement changed. */
    public Set<String> changed() {
        return before.map(answers::diff).orElse(Set.of());
    }

    public boolean shows(String field) {
        return shows.map(fields -> fields.contains(field)).orElse(true);
    }
}
