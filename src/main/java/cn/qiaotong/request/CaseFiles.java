package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.consent.Consents;
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
    private final Readers readers;
    private final AuditTrail audit;

    CaseFiles(
            Requests requests,
            AnswerRows answers,
            Checks checks,
            FrozenPolicies policies,
            Consents consents,
            SupplementRows supplements,
            TaskDecisions decisions,
            Readers readers,
            AuditTrail audit) {
        this.requests = requests;
        this.answers = answers;
        this.checks = checks;
        this.policies = policies;
        this.consents = consents;
        this.supplements = supplements;
        this.decisions = decisions;
        this.readers = readers;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public CaseFile own(String publicId, Person person) {
        return open(requests.own(publicId, person));
    }

    /** The case as the person's organisation may read it: what it noted itself, and no other organisation's notes. */
    @Transactional
    public CaseFile asStaff(String publicId, Person person) {
        var file = readers.asReadBy(person, open(requests.asStaff(publicId, person)));
        record("request.read", file, person, Map.of());
        return file;
    }

    /** The case for somebody who looks at its sensitive answers in full, with the code of the reason they gave. */
    @Transactional
    public CaseFile revealed(String publicId, Person person, String reason) {
        var file = readers.asReadBy(person, open(requests.asStaff(publicId, person)));
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

    private CaseFile open(Request request) {
        var asked = supplements.of(request.id());
        var answered = asked.stream()
                .filter(supplement -> supplement.answeredAt().isPresent())
                .reduce((first, last) -> last);
        return new CaseFile(
                request,
                answers.of(request.id(), request.version()),
                answered.map(supplement -> answers.of(request.id(), supplement.fromVersion())),
                checks.of(request.id(), request.version()),
                policies.of(request.id()),
                consents.of(request.id()),
                asked,
                decisions.of(request.id()),
                Optional.empty());
    }
}
