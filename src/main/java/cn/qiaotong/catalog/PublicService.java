package cn.qiaotong.catalog;

import cn.qiaotong.form.Answers;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyValues;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One service on offer: its words, the policy in force on a day, and the version that new requests begin with. */
public final class PublicService {

    private final String key;
    private final ServiceVersion current;
    private final Map<Locale, ServiceWords> words;
    private final Policies policies;
    private final boolean unrestricted;

    PublicService(
            String key,
            ServiceVersion current,
            Map<Locale, ServiceWords> words,
            Policies policies,
            boolean unrestricted) {
        this.key = key;
        this.current = current;
        this.words = Map.copyOf(words);
        this.policies = policies;
        this.unrestricted = unrestricted;
    }

    public String key() {
        return key;
    }

    public ServiceVersion current() {
        return current;
    }

    /** The words in a page's language; Simplified for a language that has no file. */
    public ServiceWords words(Locale locale) {
        return words.getOrDefault(locale, words.get(Locale.SIMPLIFIED_CHINESE));
    }

    public PolicyValues policy(LocalDate day) {
        return policies.on(key, day);
    }

    public PolicyStatus status(LocalDate day) {
        return policy(day)
                .row("status")
                .map(row -> PolicyStatus.valueOf(String.valueOf(row.value())))
                .orElse(PolicyStatus.CLOSED);
    }

    /**
     * What the service says to somebody who has answered the questionnaire, by the policy of that day. The folder's table has an
     * answer for everybody.
     */
    public Fitting fitting(Answers questionnaire, LocalDate day) {
        var policy = policy(day);
        var values = new HashMap<String, Object>(questionnaire.values());
        values.put("policy", policy.context());
        var fits = current.decision(FitLint.NAME).orElseThrow();
        fits.inputs().stream()
                .filter(name -> !name.startsWith("policy."))
                .forEach(name -> values.putIfAbsent(name, null));
        var match = fits.decide(values).matches().get(0);
        return new Fitting(
                Fitting.Answer.of(String.valueOf(match.outputs().get("fit"))),
                match.rule(),
                Optional.ofNullable(match.outputs().get("policy"))
                        .map(String::valueOf)
                        .flatMap(policy::row),
                Stream.ofNullable(match.outputs().get("instead"))
                        .flatMap(keys -> Letter.fields(String.valueOf(keys)).stream())
                        .toList());
    }

    /** What may be done about it in this installation on that day. */
    public Offer offer(LocalDate day) {
        return Offer.of(status(day), restsOnDemo(day), unrestricted);
    }

    /** Whether an outcome or an amount would rest on a demo value. */
    public boolean restsOnDemo(LocalDate day) {
        return policy(day).restsOnDemo();
    }
}
