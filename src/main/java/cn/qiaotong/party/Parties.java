package cn.qiaotong.party;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Permission;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Model;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.TaskOpened;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that requests were handed to: who they are, what they may read, and whose each task is. */
@Component
public class Parties {

    /** The extension property of a department's task that names the department. */
    private static final String ORGANISATION = "organisation";

    /** The extension property of a department's task that lists the fields it reads. */
    private static final String SHOWS = "shows";

    private final PartyRows rows;
    private final Clock clock;

    Parties(PartyRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * The requests, as a predicate over {@code request r}, that were handed to the person's organisation. Branches have turns
     * and departments none: a role of the one opens nothing that was handed to the other.
     */
    public static Permission handedTo(Person person) {
        if (person.organisation().isEmpty() || !isOfBank(person) && !isOfDepartment(person)) {
            return Permission.nobody();
        }
        var branch = isOfBank(person) ? "p.turn > 0" : "1 = 0";
        return new Permission(
                "exists (select 1 from request_party p where p.request = r.id and p.organisation = :party"
                        + " and p.left_at is null and (%s))"
                                .formatted(isOfDepartment(person) ? branch + " or p.turn = 0" : branch),
                Map.of("party", person.organisation().get().key()));
    }

    private static boolean isOfBank(Person person) {
        return person.has(Role.BANK_REVIEWER) || person.has(Role.BANK_APPROVER);
    }

    private static boolean isOfDepartment(Person person) {
        return person.roles().stream().anyMatch(Role::isOfDepartment);
    }

    /** Everyone whom the request was handed to so far, those who have left included, in the order in which they came. */
    public List<Party> of(RequestId request) {
        return rows.of(request);
    }

    /** The branches that deal with the request now, in the order of their turns. */
    public List<Party> branches(RequestId request) {
        return rows.of(request).stream()
                .filter(party -> party.isBranch() && party.present())
                .sorted(Comparator.comparing(Party::turn))
                .toList();
    }

    /** The branches that the request was referred to, as far as this reader may know: a branch knows of itself alone. */
    public List<Organisation> referredTo(RequestId request, Person reader) {
        return branches(request).stream()
                .map(Party::organisation)
                .filter(branch -> reader.organisation()
                        .filter(own -> own.isDistrict() || own.equals(branch))
                        .isPresent())
                .toList();
    }

    /** Hands the request to these branches, in this order, and takes it from every other branch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refer(RequestId request, List<Organisation> branches) {
        rows.refer(request, branches, clock.instant());
    }

    /** Takes the request from a branch, which reads nothing of it from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leave(RequestId request, Organisation branch) {
        rows.leave(request, branch, clock.instant());
    }

    /**
     * Whose task this is. The role comes from the model and the organisation from the request's parties: the branch whose
     * turn it is, or the only one; the department that the model asks, which becomes a party by it; nobody for a task of the
     * applicant.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Organisation> ownerOf(TaskOpened opened, Model model) {
        if (opened.role().equals(Role.APPLICANT.key())) {
            return Optional.empty();
        }
        if (opened.role().startsWith("bank-")) {
            return Optional.of(branch(opened));
        }
        return Role.of(opened.role()).filter(Role::isOfDepartment).isPresent()
                ? Optional.of(department(opened, model))
                : Optional.of(Organisation.DISTRICT);
    }

    private Organisation department(TaskOpened opened, Model model) {
        var task = model.drawings().stream()
                .flatMap(drawing -> drawing.node(opened.element()).stream())
                .findFirst()
                .orElseThrow();
        var department = new Organisation(task.property(ORGANISATION).orElseThrow());
        var shown = Set.of(task.property(SHOWS).orElseThrow().strip().split("\\s*,\\s*"));
        rows.consult(opened.request(), department, shown, clock.instant());
        return department;
    }

    private Organisation branch(TaskOpened opened) {
        return opened.turn().map(turn -> inTurn(opened.request(), turn)).orElseGet(() -> only(opened));
    }

    Organisation inTurn(RequestId request, int turn) {
        return branches(request).stream()
                .filter(party -> party.turn() == turn)
                .map(Party::organisation)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no branch has the turn " + turn));
    }

    private Organisation only(TaskOpened opened) {
        var branches = branches(opened.request());
        if (branches.size() != 1) {
            throw new IllegalStateException(
                    "%d branches could take the task %s".formatted(branches.size(), opened.element()));
        }
        return branches.get(0).organisation();
    }
}
