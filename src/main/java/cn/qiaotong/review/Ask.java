package cn.qiaotong.review;

import cn.qiaotong.request.Ground;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** What was ticked and typed into the list of things to ask the applicant for, kept as it is while anything is wrong. */
record Ask(Set<String> ticked, Map<String, String> reasons, Optional<Ground> ground) {

    private static final String TICK = "ask.";
    private static final String REASON = "reason.";
    private static final String GROUND = "ask-ground";

    static Ask nothing() {
        return new Ask(Set.of(), Map.of(), Optional.empty());
    }

    static Ask of(MultiValueMap<String, String> posted) {
        var ticked = new LinkedHashSet<String>();
        var reasons = new HashMap<String, String>();
        posted.forEach((name, values) -> {
            if (name.startsWith(TICK)) {
                ticked.add(name.substring(TICK.length()));
            } else if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), values.get(0));
            }
        });
        return new Ask(
                ticked, reasons, Optional.ofNullable(posted.getFirst(GROUND)).flatMap(Ground::of));
    }

    String reason(String field) {
        return reasons.getOrDefault(field, "");
    }

    /** The ticked fields with their reasons. */
    Map<String, String> items() {
        var items = new HashMap<String, String>();
        ticked.forEach(field -> items.put(field, reason(field)));
        return items;
    }
}
