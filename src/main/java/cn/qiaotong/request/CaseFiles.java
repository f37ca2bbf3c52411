package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens case files, for the applicant and for staff who deal with the request; each opening by staff is recorded. */
@Component
public class CaseFiles {

    private final Requests requests;
    private final AnswerRows answers;
    private final Checks checks;
    private final FrozenPolicies policies;
    private final Consents consents;
    private final SupplementRows supplements;
    private final TaskDecisions decisions;
    private final People people;
    private final AuditTrail audit;

    CaseFiles(
            Requests requests,
            AnswerRows answers,
            Checks checks,
            FrozenPolicies policies,
            Consents consents,
            SupplementRows supplements,
            TaskDecisions decisions,
            People people,
            AuditTrail audit) {
        this.requests = requests;
        this.answers = answers;
        this.checks = checks;
        this.policies = policies;
        this.consents = consents;
        this.supplements = supplements;
        this.decisions = decisions;
        this.people = people;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public CaseFile own(String publicId, Person person) {
        return open(requests.own(publicId, person));
    }

    /** The case as the person's organisation may read it: what it noted itself, and no other organisation's notes. */
    @Transactional
    public CaseFile asStaff(String publicId, Person person) {
        var file = forOrganisation(open(requests.asStaff(publicId, person)), person);
        record("request.read", file, person, Map.of());
        return file;
    }

    /** The case for somebody who looks at its sensitive answers in full, with the code of the reason they gave. */
    @Transactional
    public CaseFile revealed(String publicId, Person person, String reason) {
        var file = forOrganisation(open(requests.asStaff(publicId, person)), person);
        record("request.revealed", file, person, Map.of("reason", reason));
        return file;
    }

    private void record(String code, CaseFile file, Person person, Map<String, String> more) {
        var facts = new HashMap<>(more);
        facts.put("version", String.valueOf(file.request().version()));
        audit.record(new Act(
                Act.DISTRICT,
                code,
                Optional.of(person.account()),
                Optional.of(file.request().id().value().toString()),
                facts));
    }

    private CaseFile forOrganisation(CaseFile file, Person person) {
        var organisation = person.organisation();
        return new CaseFile(
                file.request(),
                file.answers(),
                file.before(),
                file.checks(),
                file.policy(),
                file.consents().stream()
                        .filter(consent ->
                                organisation.filter(Organisation::isDistrict).isPresent()
                                        || consent.recipient().isEmpty()
                                        || consent.recipient().equals(organisation))
                        .toList(),
                file.supplements(),
                file.decisions().stream()
                        .filter(decision -> isOf(organisation, decision))
                        .toList());
    }

    /** Banks share their roles, so among them the branch of whoever decided counts too. */
    private boolean isOf(Optional<Organisation> organisation, TaskDecision decision) {
        return organisation.filter(Organisation::isDistrict).isPresent()
                ? decision.role().startsWith("district-")
                : decision.role().startsWith("bank-")
                        && people.byAccount(decision.account()).organisation().equals(organisation);
    }

    private CaseFile open(Request request) {
        var asked = supplements.of(request.id());
        var answered = asked.stream().filter(supplement -> !supplement.isOpen()).reduce((first, last) -> last);
        return new CaseFile(
                request,
                answers.of(request.id(), request.version()),
                answered.map(supplement -> answers.of(request.id(), supplement.fromVersion())),
                checks.of(request.id(), request.version()),
                policies.of(request.id()),
                consents.of(request.id()),
                asked,
                decisions.of(request.id()));
    }
}
