package cn.qiaotong.portal;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.form.Field;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.portal.FollowPage.Branch;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.worklist.StepForms;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What the branches that were asked have answered, as the applicant reads it while the answers come in. An answer is shown
 * once a second person of the branch has confirmed it, with the reason from the list of those that may be told.
 */
@Component
class BranchAnswers {

    private final Parties parties;
    private final Waits waits;
    private final StepForms forms;
    private final Organisations organisations;

    BranchAnswers(Parties parties, Waits waits, StepForms forms, Organisations organisations) {
        this.parties = parties;
        this.waits = waits;
        this.forms = forms;
        this.organisations = organisations;
    }

    /** Nothing for a request of which no branch was asked for an answer. */
    List<Branch> of(CaseFile file, ServiceWords words, Locale locale) {
        var branches =
                parties.of(file.request().id()).stream().filter(Party::isBranch).toList();
        return branches.size() < 2
                        && branches.stream()
                                .noneMatch(branch -> branch.answered().isPresent())
                ? List.of()
                : branches.stream()
                        .map(branch -> branch(branch, file, words, locale))
                        .toList();
    }

    private Branch branch(Party party, CaseFile file, ServiceWords words, Locale locale) {
        return new Branch(
                organisations.name(party.organisation(), locale),
                party.answered()
                        .map(answered -> words.text("%s.option.%s".formatted(answered.field(), answered.answer())))
                        .orElse(""),
                party.answered().flatMap(answered -> reason(file, party.organisation(), answered.field(), words)),
                party.answered().map(Party.Answered::at),
                isWaitedFor(file.request(), party.organisation()));
    }

    private boolean isWaitedFor(Request request, Organisation branch) {
        return waits.of(request).stream()
                .anyMatch(wait -> wait.isOpen() && wait.organisation().equals(Optional.of(branch)));
    }

    /** The choice in a tellable field of the form in which the branch answered, the last time it did. */
    private Optional<String> reason(CaseFile file, Organisation branch, String field, ServiceWords words) {
        return file.decisions().stream()
                .filter(decision -> decision.organisation().equals(Optional.of(branch)))
                .filter(decision -> decision.answers().get(field).isPresent())
                .reduce((first, last) -> last)
                .flatMap(decision -> told(file.request(), decision, words).findFirst());
    }

    private Stream<String> told(Request request, TaskDecision decision, ServiceWords words) {
        return forms.find(request, decision.element(), Locale.ROOT).stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::tellable)
                .flatMap(field -> decision.answers().get(field.key()).stream()
                        .map(chosen -> words.text("%s.option.%s".formatted(field.key(), chosen))));
    }
}
