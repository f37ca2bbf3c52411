package cn.qiaotong.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a decision said: the rules that matched in the table's order, each with its outputs, of which a null is unknown. */
public record DecisionOutcome(List<Match> matches) {

    public DecisionOutcome {
        matches = List.copyOf(matches);
    }

    /** The one rule that matched; refuses to choose among several. */
    public Optional<Match> single() {
        if (matches.size() > 1) {
            throw new IllegalStateException("%d rules matched where one was expected.".formatted(matches.size()));
        }
        return matches.stream().findFirst();
    }

    /** A rule that matched, by its id in the file. */
    public record Match(String rule, Map<String, Object> outputs) {

        public Match {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }
}
