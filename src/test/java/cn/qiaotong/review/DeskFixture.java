package cn.qiaotong.review;

import cn.qiaotong.Acts;
import cn.qiaotong.Southbound;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Request;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** Requests at the desk in the states that its pages are about, each filed by somebody new. */
public final class DeskFixture {

    public static final String SERVICE = Southbound.SERVICE;
    public static final Organisation DISTRICT = Southbound.DISTRICT;
    public static final Organisation CHOSEN = Southbound.BRANCH;
    public static final Organisation OTHER = new Organisation("boc-jianghai");

    /** Stands in every text of a request that people type. */
    public static final String PLANTED = "Zqxj";

    final Acts acts;

    public DeskFixture(BeanFactory beans) {
        acts = Acts.with(beans);
    }

    static Map<String, String> answers() {
        var answers = Southbound.answers();
        answers.put("full_name", "陈" + PLANTED);
        answers.put("hukou_gba", "no");
        answers.put("tie_years", "3");
        return answers;
    }

    public Person someone(String name, Organisation organisation, Role... roles) {
        return acts.person(name + UUID.randomUUID(), Optional.of(organisation), roles);
    }

    public Person applicant() {
        return acts.applicant("applicant-" + UUID.randomUUID());
    }

    /** Waits for the district's reviewer. */
    public Request submitted() {
        return acts.apply(SERVICE, applicant(), answers());
    }

    /** Waits for the district's approver, after this reviewer. */
    public Request reviewed(Person reviewer) {
        var request = submitted();
        acts.decide(
                request,
                "intake",
                reviewer,
                Map.of("intake_decision", "refer", "intake_note", PLANTED + "-district"),
                Map.of());
        return acts.now(request);
    }

    /** Closed by the district as not covered, two people agreeing. */
    public Request closed(Person applicant) {
        var request = acts.apply(SERVICE, applicant, answers());
        acts.decide(request, "intake", Map.of("intake_decision", "not_covered"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        return acts.now(request);
    }

    /** Waits for the chosen branch. */
    public Request referred() {
        var request = reviewed(someone("reviewer", DISTRICT, Role.DISTRICT_REVIEWER));
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        return acts.now(request);
    }
}
