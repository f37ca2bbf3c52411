package cn.qiaotong.audit;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Something done, as it goes on record: by whom, to what, and the ids, codes and hashes that belong to it. A fact that could
 * be a person's own words or number is refused.
 */
public record Act(
        String chain, String code, Optional<UUID> account, Optional<String> reference, Map<String, String> facts) {

    /** The chain of the district's own acts and of its applicants'. */
    public static final String DISTRICT = "district";

    public Act {
        Fact.check(code, "chain", chain);
        if (chain.length() > 100) {
            throw new FactRefused(code, "chain");
        }
        Fact.check("act", "code", code);
        var about = code;
        reference.ifPresent(text -> Fact.check(about, "reference", text));
        facts.forEach((key, text) -> Fact.check(about, key, text));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** The same facts, always the same text. */
    String canonicalFacts() {
        var json = new StringBuilder("{");
        facts.forEach((key, text) -> json.append(json.length() == 1 ? "" : ",")
                .append('"')
                .append(key)
                .append("\":\"")
                .append(text)
                .append('"'));
        return json.append('}').toString();
    }
}
