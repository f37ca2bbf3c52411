package cn.qiaotong.catalog;

import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyValues;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

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

    /** What may be done about it in this installation on that day. */
    public Offer offer(LocalDate day) {
        return Offer.of(status(day), restsOnDemo(day), unrestricted);
    }

    /** Whether an outcome or an amount would rest on a demo value. */
    public boolean restsOnDemo(LocalDate day) {
        return policy(day).restsOnDemo();
    }
}
