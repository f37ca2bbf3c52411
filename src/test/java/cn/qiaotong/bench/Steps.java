package cn.qiaotong.bench;

import java.util.List;
import java.util.Map;

/** The steps that people take in the measured journey, in order, and what each of them answers. */
enum Steps {
    INTAKE("intake", 1, Map.of("intake_decision", "refer")),
    CONFIRM("confirm", 2, Map.of("confirm_decision", "confirm")),
    BANK_REVIEW("bank-review", 3, Map.of("bank_outcome", "account_paired")),
    BANK_CONFIRM("bank-confirm", 4, Map.of("bank_confirm_decision", "confirm"));

    static final List<Steps> ALL = List.of(values());

    final String element;
    final int castMember;
    final Map<String, String> answers;

    Steps(String element, int castMember, Map<String, String> answers) {
        this.element = element;
        this.castMember = castMember;
        this.answers = answers;
    }
}
