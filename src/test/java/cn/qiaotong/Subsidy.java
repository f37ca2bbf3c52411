package cn.qiaotong;

import cn.qiaotong.identity.Organisation;
import java.util.LinkedHashMap;
import java.util.Map;

/** The service that pays grants, for tests of money: its example, and its steps up to a moment. */
final class Subsidy {

    static final String SERVICE = "financing-subsidy";
    static final Organisation DISTRICT = new Organisation("district");
    static final Organisation FINANCE = new Organisation("finance-bureau");

    private Subsidy() {}

    /** The answers of the shipped example, with these instead. */
    static Map<String, String> answers(Map<String, String> others) {
        var shipped = ServiceExamples.all().stream()
                .filter(examples -> examples.service().equals(SERVICE))
                .findFirst()
                .orElseThrow();
        var answers = new LinkedHashMap<>(shipped.answers("certified firm"));
        answers.putAll(others);
        return Made.filled(answers);
    }
}
