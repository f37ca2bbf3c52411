package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.TaskOpened;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The organisations that a request was handed to, and to which of them each of its tasks belongs. */
@Component
public class Parties {

    private static final Organisation DISTRICT = new Organisation("district");

    private final PartyRows rows;

    Parties(PartyRows rows) {
        this.rows = rows;
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
     * turn it is, or the only one; nobody's for a task of the applicant.
     */
    public Optional<Organisation> ownerOf(TaskOpened opened) {
        if (opened.role().equals("applicant")) {
            return Optional.empty();
        }
        return opened.role().startsWith("bank-") ? Optional.of(branch(opened)) : Optional.of(DISTRICT);
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
