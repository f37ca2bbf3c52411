package cn.qiaotong.catalog;

import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Optional;

/**
 * What a folder's decision {@code fits} says to somebody who has answered the questionnaire and is not known: whether the
 * service fits them, by which rule and policy, and which services do otherwise. It refuses nobody; it only saves a way.
 */
public record Fitting(Answer answer, String rule, Optional<PolicyRow> policy, List<String> instead) {

    /** The three things that the questionnaire can say of a service. */
    public enum Answer {
        FITS("fits"),
        A_PERSON_DECIDES("person"),
        NOT_FROM_HERE("not_here");

        private final String word;

        Answer(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Answer of(String word) {
            return List.of(values()).stream()
                    .filter(answer -> answer.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no answer is called " + word));
        }
    }
}
