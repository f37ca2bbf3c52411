package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the applicant has answered to a field: at a step of their own the last time it was asked, otherwise when applying. */
@Component
public class GivenAnswers {

    private static final String APPLICANT = "applicant";

    private final AnswerRows answers;
    private final TaskDecisions decisions;

    GivenAnswers(AnswerRows answers, TaskDecisions decisions) {
        this.answers = answers;
        this.decisions = decisions;
    }

    /** Everything in the request's current version, for steps that have established that they may know. */
    public Answers of(Request request) {
        return answers.of(request.id(), request.version());
    }

    Optional<Object> of(Request request, String field) {
        return decisions.of(request.id()).stream()
                .filter(decision -> decision.role().equals(APPLICANT))
                .flatMap(decision -> decision.answers().get(field).stream())
                .reduce((first, last) -> last)
                .or(() -> answers.of(request.id(), request.version()).get(field));
    }
}
