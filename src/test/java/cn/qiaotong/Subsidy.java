package cn.qiaotong;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
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
        return example(SERVICE, "certified firm", others);
    }

    /** The answers of an example of any folder, with these instead. */
    static Map<String, String> example(String service, String name, Map<String, String> others) {
        var shipped = ServiceExamples.of(service);
        var answers = new LinkedHashMap<>(shipped.answers(name));
        answers.putAll(others);
        return Made.filled(answers);
    }

    /** Waits for the district's approver, after everybody who was asked agreed. */
    static Request reviewed(Acts acts, Person applicant, Map<String, String> others) {
        var request = acts.apply(SERVICE, applicant, answers(others));
        acts.decide(request, "review", Map.of("review_outcome", "grant"), Map.of());
        acts.decide(request, "science", Map.of("science_opinion", "agree"), Map.of());
        acts.decide(request, "tax", Map.of("tax_opinion", "agree"), Map.of());
        return request;
    }

    /** Is shown to the public. */
    static Request published(Acts acts, Person applicant, Map<String, String> others) {
        var request = reviewed(acts, applicant, others);
        acts.decide(request, "approve", Map.of("approve_outcome", "confirm"), Map.of());
        return request;
    }
}
