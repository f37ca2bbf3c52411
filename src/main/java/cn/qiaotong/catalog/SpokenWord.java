package cn.qiaotong.catalog;

import cn.qiaotong.process.Takes;
import cn.qiaotong.process.Tells;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A word that models may say, as its class describes it: the inputs that it takes and the facts that it tells. */
record SpokenWord(String name, Map<Names, Set<String>> inputs, Set<String> tells) {

    /** What an input names. */
    enum Names {
        FIELD("a field of apply.form"),
        ASKED("a field of a form of the staff"),
        DECISION("a decision of this folder"),
        ROW("a row of policies.yaml");

        private final String text;

        Names(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static SpokenWord of(String name, Optional<Takes> takes, Optional<Tells> tells) {
        return new SpokenWord(
                name,
                takes.map(found -> Map.of(
                                Names.FIELD, Set.of(found.fields()),
                                Names.ASKED, Set.of(found.asked()),
                                Names.DECISION, Set.of(found.decisions()),
                                Names.ROW, Set.of(found.rows())))
                        .orElse(Map.of()),
                tells.map(found -> Set.of(found.value())).orElse(Set.of()));
    }
}
