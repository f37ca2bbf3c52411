package cn.qiaotong.worklist;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Ground;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.Supplement;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completing waits: a member of staff decides, or the applicant sends what was asked for. The decision, the engine's step,
 * the wait and the record of the act are one transaction behind the request's row lock.
 */
@Component
public class Desk {

    /** The choice by which a task's form asks the applicant for more; it is the name of the shared loop. */
    public static final String SUPPLEMENT = "supplement";

    private static final int REASON = 500;

    private final Waits waits;
    private final WaitRows rows;
    private final Requests requests;
    private final PublicServices services;
    private final CheckContexts contexts;
    private final Supplements supplements;
    private final StepForms forms;
    private final Closing closing;

    Desk(
            Waits waits,
            WaitRows rows,
            Requests requests,
            PublicServices services,
            CheckContexts contexts,
            Supplements supplements,
            StepForms forms,
            Closing closing) {
        this.waits = waits;
        this.rows = rows;
        this.requests = requests;
        this.services = services;
        this.contexts = contexts;
        this.supplements = supplements;
        this.forms = forms;
        this.closing = closing;
    }

    /** The form of a staff task, as the request's own version has it. */
    public Form form(Request request, String element) {
        return forms.find(request, element, Locale.ROOT).orElseThrow(NotFound::new);
    }

    /**
     * Decides a held wait. The items are the fields to ask for again with the reason for each; they and the ground of a second
     * notice count only where the decision asks for a supplement.
     */
    @Transactional
    public Completion decide(
            String publicId,
            String element,
            Person person,
            Typed typed,
            Map<String, String> items,
            Optional<Ground> ground) {
        var wait = waits.held(publicId, element, person);
        var request = requests.byId(wait.request());
        var form = form(request, element);
        var checked = form.check(typed, contexts.now());
        if (checked instanceof Invalid invalid) {
            return new Completion.Incomplete(invalid.errors());
        }
        var answers = ((Valid) checked).answers();
        if (asksForSupplement(answers)) {
            var errors = Stream.concat(errors(request, items).stream(), ungrounded(request, person, ground))
                    .toList();
            if (!errors.isEmpty()) {
                return new Completion.Incomplete(errors);
            }
            supplements.ask(request, person, asked(items), ground);
        }
        closing.decided("wait.completed", wait, person, form, answers);
        return new Completion.Done();
    }

    /** The applicant's answer to a supplement notice; the step closes when everything asked for is there. */
    @Transactional
    public Completion answer(String publicId, Person person, Typed typed) {
        var request = requests.locked(requests.own(publicId, person).id());
        var supplement = supplements.open(request).orElseThrow(() -> new Conflict("request.supplement.over"));
        var wait = rows.of(request.id()).stream()
                .filter(found -> found.isOpen() && found.isForApplicant())
                .filter(found ->
                        forms.find(request, found.element(), Locale.ROOT).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Conflict("request.supplement.over"));
        if (supplements.answer(request, supplement, typed) instanceof Invalid invalid) {
            return new Completion.Incomplete(invalid.errors());
        }
        closing.complete(wait, person, Map.of());
        waits.record("supplement.answered", wait, person);
        return new Completion.Done();
    }

    private Stream<FieldError> ungrounded(Request request, Person person, Optional<Ground> ground) {
        return ground.isEmpty() && supplements.askedBefore(request, person)
                ? Stream.of(new FieldError("ground", "ground-missing"))
                : Stream.empty();
    }

    private static boolean asksForSupplement(Answers answers) {
        return answers.values().containsValue(SUPPLEMENT);
    }

    private List<FieldError> errors(Request request, Map<String, String> items) {
        var version = services.version(request.service(), request.deployment());
        var apply = version.apply();
        if (items.isEmpty()) {
            return List.of(new FieldError("items", "items-missing"));
        }
        return items.entrySet().stream()
                .filter(item -> apply.field(item.getKey()).isEmpty()
                        || version.referralField().filter(item.getKey()::equals).isPresent()
                        || item.getValue().isBlank()
                        || item.getValue().length() > REASON)
                .map(item -> new FieldError("reason." + item.getKey(), "reason-missing", List.of(REASON)))
                .toList();
    }

    private static List<Supplement.Item> asked(Map<String, String> items) {
        return new TreeMap<>(items)
                .entrySet().stream()
                        .map(item -> new Supplement.Item(
                                item.getKey(), item.getValue().strip()))
                        .toList();
    }
}
