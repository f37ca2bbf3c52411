package cn.qiaotong.worklist;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that a model draws for the applicant, each with a form of its own. Nobody takes them: they belong to whoever
 * filed the request, and sending one twice closes it once.
 */
@Component
public class OwnSteps {

    private final WaitRows rows;
    private final Requests requests;
    private final StepForms forms;
    private final CheckContexts contexts;
    private final Closing closing;

    OwnSteps(WaitRows rows, Requests requests, StepForms forms, CheckContexts contexts, Closing closing) {
        this.rows = rows;
        this.requests = requests;
        this.forms = forms;
        this.contexts = contexts;
        this.closing = closing;
    }

    /** The open step of the person's own request; one that was and is over is a conflict, any other is not found. */
    @Transactional(readOnly = true)
    public Wait get(String publicId, String element, Person person) {
        var request = requests.own(publicId, person);
        if (forms.find(request, element, Locale.ROOT).isEmpty()) {
            throw new NotFound();
        }
        var steps = rows.of(request.id()).stream()
                .filter(wait -> wait.isForApplicant() && wait.element().equals(element))
                .toList();
        if (steps.isEmpty()) {
            throw new NotFound();
        }
        Optional<Wait> open = steps.stream().filter(Wait::isOpen).findFirst();
        return open.orElseThrow(() -> new Conflict("worklist.step-over"));
    }

    /** Sends what the step asks for; the process goes on when everything is there. */
    @Transactional
    public Completion send(String publicId, String element, Person person, Typed typed) {
        var request = requests.locked(requests.own(publicId, person).id());
        var wait = get(publicId, element, person);
        var form = forms.find(request, element, Locale.ROOT).orElseThrow();
        var checked = form.check(typed, contexts.now());
        if (checked instanceof Invalid invalid) {
            return new Completion.Incomplete(invalid.errors());
        }
        closing.decided("step.sent", wait, person, form, ((Valid) checked).answers());
        return new Completion.Done();
    }
}
