package cn.qiaotong.request;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.TaskOpened;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The organisations that a request was handed to, and to which of them each of its tasks belongs. */
@Component
public class Parties {

    private static final Organisation DISTRICT = new Organisation("district");

    /** The extension property of a department's task that names the department. */
    private static final String ORGANISATION = "organisation";

    /** The extension property of a department's task that lists the fields it reads. */
    private static final String SHOWS = "shows";

    private final PartyRows rows;
    private final RequestRows requests;
    private final PublicServices services;
    private final Clock clock;

    Parties(PartyRows rows, RequestRows requests, PublicServices services, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.services = services;
        this.clock = clock;
    }

    /** Everyone whom the request was handed to so far, those who have left included, in the order in which they came. */
    public List<Party> of(Request request) {
        return rows.of(request.id());
    }

    /** The branches that the request was referred to, as far as this reader may know: a branch knows of itself alone. */
    public List<Organisation> referredTo(Request request, Person reader) {
        return branches(request)
                .filter(branch -> reader.organisation()
                        .filter(own -> own.isDistrict() || own.equals(branch))
                        .isPresent())
                .toList();
    }

    private Stream<Organisation> branches(Request request) {
        return of(request).stream()
                .filter(party -> party.isBranch() && party.present())
                .map(Party::organisation);
    }

    /**
     * Whose task this is. The role comes from the model and the organisation from the request's parties: the branch whose
     * turn it is, or the only one; the department that the model asks, which becomes a party by it; nobody for a task of the
     * applicant.
     */
    public Optional<Organisation> ownerOf(TaskOpened opened) {
        if (opened.role().equals("applicant")) {
            return Optional.empty();
        }
        if (opened.role().startsWith("bank-")) {
            return Optional.of(branch(opened));
        }
        return Role.of(opened.role()).filter(Role::isOfDepartment).isPresent()
                ? Optional.of(department(opened))
                : Optional.of(DISTRICT);
    }

    private Organisation department(TaskOpened opened) {
        var request = requests.find(opened.request()).orElseThrow();
        var task = services.version(request.service(), request.deployment()).model().drawings().stream()
                .flatMap(drawing -> drawing.node(opened.element()).stream())
                .findFirst()
                .orElseThrow();
        var department = new Organisation(task.property(ORGANISATION).orElseThrow());
        rows.consult(request.id(), department, fields(task.property(SHOWS).orElseThrow()), clock.instant());
        return department;
    }

    private static Set<String> fields(String shows) {
        return Set.of(shows.split("\\s*,\\s*"));
    }

    private Organisation branch(TaskOpened opened) {
        var branches = rows.of(opened.request()).stream()
                .filter(party -> party.isBranch() && party.present())
                .filter(party -> opened.turn().map(turn -> party.turn() == turn).orElse(true))
                .map(Party::organisation)
                .toList();
        if (branches.size() != 1) {
            throw new IllegalStateException(
                    "%d branches could take the task %s".formatted(branches.size(), opened.element()));
        }
        return branches.get(0);
    }
}
