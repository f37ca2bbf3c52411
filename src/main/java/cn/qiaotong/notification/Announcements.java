package cn.qiaotong.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.interest.InterestTold;
import cn.qiaotong.objection.ObjectionAnswered;
import cn.qiaotong.objection.ObjectionReceived;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.StepReached;
import cn.qiaotong.publicity.ObjectionMade;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestClosed;
import cn.qiaotong.request.RequestReferred;
import cn.qiaotong.request.RequestSubmitted;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.SupplementAsked;
import cn.qiaotong.worklist.Assigned;
import cn.qiaotong.worklist.Awaited;
import cn.qiaotong.worklist.Overdue;
import cn.qiaotong.worklist.Reminded;
import cn.qiaotong.worklist.StepForms;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts what happens to requests into the outbox, in the transaction in which it happens. */
@Component
class Announcements {

    private final Outbox outbox;
    private final Requests requests;
    private final PublicServices services;
    private final Waits waits;
    private final StepForms forms;
    private final Clock clock;

    Announcements(
            Outbox outbox, Requests requests, PublicServices services, Waits waits, StepForms forms, Clock clock) {
        this.outbox = outbox;
        this.requests = requests;
        this.services = services;
        this.waits = waits;
        this.forms = forms;
        this.clock = clock;
    }

    @EventListener
    void on(RequestSubmitted submitted) {
        outbox.add(Occasion.REQUEST_SUBMITTED, submitted.request(), Map.of(), "1");
    }

    @EventListener
    void on(SupplementAsked asked) {
        var version = String.valueOf(requests.byId(asked.request()).version());
        outbox.add(Occasion.SUPPLEMENT_ASKED, asked.request(), Map.of("version", version), version);
    }

    /** Nobody asked for more in time, and the model says that papers count as complete then. */
    @EventListener
    void on(StepReached reached) {
        if (!reached.type().equals("boundaryEvent")) {
            return;
        }
        var request = requests.byId(reached.request());
        services.version(request.service(), request.deployment()).model().drawing(reached.processKey()).stream()
                .flatMap(drawing -> drawing.node(reached.element()).stream())
                .filter(node -> node.property("silence").isPresent())
                .forEach(node -> outbox.add(Occasion.COUNTED_COMPLETE, request.id(), Map.of(), reached.element()));
    }

    @EventListener
    void on(RequestReferred referred) {
        var branch = referred.branch().key();
        outbox.add(Occasion.REQUEST_REFERRED, referred.request(), Map.of("branch", branch), branch);
    }

    @EventListener
    void on(RequestClosed closed) {
        outbox.add(Occasion.REQUEST_CLOSED, closed.request(), Map.of("outcome", closed.outcome()), "1");
    }

    @EventListener
    void on(ObjectionMade made) {
        outbox.add(
                Occasion.OBJECTION_MADE,
                made.request(),
                Map.of(),
                made.objection().toString());
    }

    @EventListener
    void on(ObjectionReceived received) {
        var params = new HashMap<String, String>();
        params.put("organisation", received.answering().key());
        received.until().ifPresent(end -> params.put("until", end.toString()));
        outbox.add(
                Occasion.OBJECTION_RECEIVED,
                received.request(),
                params,
                received.answering().key());
    }

    @EventListener
    void on(ObjectionAnswered answered) {
        var params = new HashMap<String, String>();
        params.put("outcome", answered.outcome());
        for (var told : answered.told()) {
            params.put(Params.TOLD + params.size(), told);
        }
        outbox.add(Occasion.OBJECTION_ANSWERED, answered.request(), params, "1");
    }

    @EventListener
    void on(Assigned assigned) {
        var account = assigned.account().toString();
        outbox.add(
                Occasion.WAIT_ASSIGNED,
                assigned.given().request(),
                Map.of("wait", assigned.given().id().toString(), "account", account),
                "%s.%s.%d".formatted(assigned.given().id(), account, clock.millis()));
    }

    @EventListener
    void on(Reminded reminded) {
        waiting(reminded.request(), reminded.dueKey(), reminded.organisation())
                .forEach(wait -> outbox.add(
                        reminder(wait),
                        reminded.request(),
                        Map.of("wait", wait.id().toString(), "percent", String.valueOf(reminded.percent())),
                        "%s.%d".formatted(wait.id(), reminded.percent())));
    }

    private Occasion reminder(Wait wait) {
        if (!wait.isForApplicant()) {
            return Occasion.WAIT_REMINDED;
        }
        return isOwnStep(wait) ? Occasion.STEP_REMINDED : Occasion.SUPPLEMENT_REMINDED;
    }

    /** A supplement has a notice of its own; a step that the model draws for the applicant is told of here. */
    @EventListener
    void on(Awaited awaited) {
        var wait = awaited.opened();
        if (isOwnStep(wait)) {
            var id = wait.id().toString();
            outbox.add(Occasion.STEP_ASKED, wait.request(), Map.of("wait", id), id);
        }
    }

    private boolean isOwnStep(Wait wait) {
        return forms.find(requests.byId(wait.request()), wait.element(), Locale.ROOT)
                .isPresent();
    }

    /** An applicant whose time is over is told how the request ended, which happens at the same moment. */
    @EventListener
    void on(Overdue overdue) {
        waiting(overdue.request(), overdue.dueKey(), overdue.organisation())
                .filter(wait -> !wait.isForApplicant())
                .forEach(wait -> outbox.add(
                        Occasion.WAIT_OVERDUE,
                        overdue.request(),
                        Map.of("wait", wait.id().toString()),
                        wait.id().toString()));
    }

    /** One line for everybody who is told of this change; a change of status says more than one of a rule. */
    @EventListener
    void on(InterestTold told) {
        outbox.add(
                told.status() ? Occasion.STATUS_CHANGED : Occasion.RULES_CHANGED,
                told.service(),
                Map.of("from", told.from().toString()),
                UUID.nameUUIDFromBytes((told.change() + told.service()).getBytes(UTF_8))
                        .toString());
    }

    private Stream<Wait> waiting(RequestId id, String dueKey, Optional<String> organisation) {
        var request = requests.byId(id);
        return waits.of(request).stream()
                .filter(Wait::isOpen)
                .filter(wait -> wait.organisation().map(Organisation::key).equals(organisation))
                .filter(wait -> dueKeyOf(request, wait).filter(dueKey::equals).isPresent());
    }

    private Optional<String> dueKeyOf(Request request, Wait wait) {
        return services.version(request.service(), request.deployment()).model().drawings().stream()
                .flatMap(drawing -> drawing.node(wait.element()).stream())
                .flatMap(node -> node.due().stream())
                .findFirst();
    }
}
