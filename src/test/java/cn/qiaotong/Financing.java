package cn.qiaotong;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests that several branches are asked about at once, as tests need them. */
public final class Financing {

    public static final String SERVICE = "cross-border-financing";
    public static final Organisation ICBC = new Organisation("icbc-jianghai");
    public static final Organisation BOC = new Organisation("boc-jianghai");
    public static final Organisation CCB = new Organisation("ccb-jianghai");

    private Financing() {}

    public static Map<String, String> answers(Organisation... branches) {
        var answers = new HashMap<String, String>();
        answers.put("company_name", "江门示例光电有限公司");
        answers.put("uscc", "91440704MA00000000");
        answers.put("registered_here", "yes");
        answers.put("firm_size", "small");
        answers.put("innovation", "hnte");
        answers.put("certificate_valid", "yes");
        answers.put("contact_name", "陈大文");
        answers.put("contact_phone", "13800138000");
        answers.put("financing_amount", "5000000");
        answers.put("financing_currency", "HKD");
        answers.put("financing_use", "equipment");
        answers.put("financing_months", "24");
        answers.put("branches", Stream.of(branches).map(Organisation::key).collect(Collectors.joining(", ")));
        answers.put("licence_paper", "paper.pdf");
        return answers;
    }

    /** Confirmed by the district and waiting for its referral. */
    public static Request confirmed(Acts acts, Organisation... branches) {
        return confirmed(acts, acts.applicant("firm-" + UUID.randomUUID()), branches);
    }

    private static Request confirmed(Acts acts, Person applicant, Organisation... branches) {
        var request = acts.apply(SERVICE, applicant, answers(branches));
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        return request;
    }

    /** In the hands of these branches. */
    public static Request referred(Acts acts, Organisation... branches) {
        return referred(acts, acts.applicant("firm-" + UUID.randomUUID()), branches);
    }

    private static Request referred(Acts acts, Person applicant, Organisation... branches) {
        var request = confirmed(acts, applicant, branches);
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        return acts.now(request);
    }

    /** Waits for the firm's choice between branches that are all interested. */
    public static Request answered(Acts acts, Organisation... branches) {
        return answered(acts, acts.applicant("firm-" + UUID.randomUUID()), branches);
    }

    public static Request answered(Acts acts, Person applicant, Organisation... branches) {
        var request = referred(acts, applicant, branches);
        for (var branch : List.of(branches)) {
            answer(acts, request, branch, Map.of("bank_answer", "interested"));
        }
        return acts.now(request);
    }

    public static void answer(Acts acts, Request request, Organisation branch, Map<String, String> answer) {
        acts.decide(request, "bank-answer", branch, answer);
        acts.decide(request, "answer-confirm", branch, Map.of("answer_confirm_decision", "confirm"));
    }
}
