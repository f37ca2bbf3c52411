package cn.qiaotong.worklist;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.party.Parties;
import cn.qiaotong.process.ProcessEnded;
import cn.qiaotong.process.TaskClosed;
import cn.qiaotong.process.TaskOpened;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens and closes waits as the engine opens and closes its tasks, in the engine's transaction. A step that comes back
 * returns to the person who closed it before, if they may still take it.
 */
@Component
class Opening {

    private static final String UNINVOLVED = "uninvolved";

    private final WaitRows waits;
    private final Clocks clocks;
    private final Requests requests;
    private final Parties parties;
    private final PublicServices services;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opening(
            WaitRows waits,
            Clocks clocks,
            Requests requests,
            Parties parties,
            PublicServices services,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.waits = waits;
        this.clocks = clocks;
        this.requests = requests;
        this.parties = parties;
        this.services = services;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened opened) {
        var request = requests.byId(opened.request());
        var organisation = parties.ownerOf(
                opened,
                services.version(request.service(), request.deployment()).model());
        var ofApplicant = opened.role().equals(Wait.APPLICANT);
        if (ofApplicant) {
            clocks.pauseAll(request.id());
        }
        var running = opened.due().map(key -> clocks.start(request.id(), key, organisation.map(Organisation::key)));
        if (!ofApplicant) {
            clocks.closeOthers(request.id(), running);
        }
        var now = clock.instant();
        var wait = new Wait(
                UUID.randomUUID(),
                request.id(),
                request.publicId(),
                request.receipt(),
                request.service(),
                opened.element(),
                opened.role(),
                organisation,
                now,
                running.flatMap(clocks::due),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
        waits.insert(wait, opened.task(), ofApplicant ? Optional.of(request.applicant()) : Optional.empty(), running);
        if (ofApplicant) {
            events.publishEvent(new Awaited(wait));
        }
        if (wantsUninvolved(request, opened.element())) {
            waits.onlyForUninvolved(wait.id());
        }
        previousHolder(wait).ifPresent(person -> {
            waits.hold(wait.id(), Optional.of(person.account()), now);
            events.publishEvent(new Assigned(wait, person.account()));
        });
    }

    @EventListener
    void on(TaskClosed closed) {
        waits.close(closed.task(), closed.completed(), clock.instant());
    }

    @EventListener
    void on(ProcessEnded ended) {
        var request = requests.byId(ended.request());
        if (ended.processKey().equals(request.service()) || !request.state().open()) {
            clocks.closeOthers(ended.request(), Optional.empty());
        }
    }

    private boolean wantsUninvolved(Request request, String element) {
        return services.version(request.service(), request.deployment()).model().drawings().stream()
                .flatMap(drawing -> drawing.node(element).stream())
                .anyMatch(node -> node.property(UNINVOLVED).isPresent());
    }

    private Optional<Person> previousHolder(Wait wait) {
        if (wait.isForApplicant()) {
            return Optional.empty();
        }
        return before(wait).map(people::byAccount).filter(person -> waits.open(
                        wait.publicId(), wait.element(), WaitPermission.of(person))
                .filter(open -> open.id().equals(wait.id()))
                .isPresent());
    }

    private Optional<UUID> before(Wait again) {
        return waits.of(again.request()).stream()
                .filter(wait -> wait.completed()
                        && wait.element().equals(again.element())
                        && wait.organisation().equals(again.organisation()))
                .max(Comparator.comparing(Wait::openedAt))
                .flatMap(Wait::closedBy);
    }
}
