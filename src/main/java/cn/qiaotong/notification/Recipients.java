package cn.qiaotong.notification;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.interest.Interests;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.Language;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is told: the applicant of what happens to the request, staff of what waits for them, and of a service whoever asked or
 * has a draft of it. Nobody hears as staff of a request that they may not see, and nobody of a wait that is over.
 */
@Component
class Recipients {

    private static final List<Role> DESK = List.of(Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER, Role.SUPERVISOR);

    private final Requests requests;
    private final Waits waits;
    private final People people;
    private final Interests interests;
    private final Drafts drafts;

    Recipients(Requests requests, Waits waits, People people, Interests interests, Drafts drafts) {
        this.requests = requests;
        this.waits = waits;
        this.people = people;
        this.interests = interests;
        this.drafts = drafts;
    }

    List<Person> of(Message message) {
        return message.request()
                .map(id -> of(message, requests.byId(id)))
                .orElseGet(() -> interested(message.params().service()));
    }

    /** The language that somebody asked to be written to in; for an applicant who did not, the request's. */
    static Language language(Person person, Optional<Request> request) {
        return person.language()
                .or(() -> request.map(about -> Locale.forLanguageTag(about.language())))
                .map(Language::of)
                .orElse(Language.SIMPLIFIED);
    }

    private List<Person> interested(String service) {
        return Stream.concat(interests.followers(service).stream(), drafts.owners(service).stream())
                .distinct()
                .map(people::byAccount)
                .toList();
    }

    private List<Person> of(Message message, Request request) {
        if (message.occasion().toApplicant()) {
            return List.of(people.byAccount(request.applicant()));
        }
        if (message.occasion() == Occasion.OBJECTION_MADE) {
            return deskOf(request);
        }
        return wait(request, message).stream()
                .flatMap(wait -> staff(message, request, wait))
                .distinct()
                .toList();
    }

    /** The open wait that a message is about. */
    Optional<Wait> wait(Request request, Message message) {
        return waits.of(request).stream()
                .filter(Wait::isOpen)
                .filter(wait ->
                        message.params().id("wait").filter(wait.id()::equals).isPresent())
                .findFirst();
    }

    private Stream<Person> staff(Message message, Request request, Wait wait) {
        var takers = message.params()
                .id("account")
                .or(wait::holder)
                .map(people::byAccount)
                .map(Stream::of)
                .orElseGet(() -> group(wait))
                .filter(person -> permitted(person, taker -> waits.get(wait.publicId(), wait.element(), taker)));
        return message.occasion() == Occasion.WAIT_OVERDUE ? Stream.concat(takers, supervisors(request, wait)) : takers;
    }

    /** The district's people who may read the request. */
    private List<Person> deskOf(Request request) {
        return DESK.stream()
                .flatMap(role -> people.holding(role, Organisation.DISTRICT).stream())
                .distinct()
                .filter(person -> permitted(person, one -> requests.asStaff(request.publicId(), one)))
                .toList();
    }

    private Stream<Person> group(Wait wait) {
        return Role.of(wait.role()).stream().flatMap(role -> holding(role, wait));
    }

    private Stream<Person> supervisors(Request request, Wait wait) {
        return holding(Role.SUPERVISOR, wait)
                .filter(person -> permitted(person, one -> requests.asStaff(request.publicId(), one)));
    }

    private Stream<Person> holding(Role role, Wait wait) {
        return wait.organisation().stream().flatMap(organisation -> people.holding(role, organisation).stream());
    }

    private static boolean permitted(Person person, Consumer<Person> look) {
        try {
            look.accept(person);
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }
}
