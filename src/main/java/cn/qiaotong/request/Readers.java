package cn.qiaotong.request;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.document.DocumentPermission;
import cn.qiaotong.document.Owner;
import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.process.RequestId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What of a case the people of one organisation may read. The district reads what people gave and its own notes; a branch the
 * same without a word of the other branches; a department the fields it is shown.
 */
@Component
class Readers implements DocumentPermission {

    private final Parties parties;
    private final PublicServices services;
    private final DraftRows drafts;
    private final RequestRows requests;
    private final AnswerRows answers;

    Readers(Parties parties, PublicServices services, DraftRows drafts, RequestRows requests, AnswerRows answers) {
        this.parties = parties;
        this.services = services;
        this.drafts = drafts;
        this.requests = requests;
        this.answers = answers;
    }

    /** A file of a draft or request is read by whoever filed it, and by staff who may read the field that it was given for. */
    @Override
    public boolean mayRead(Owner owner, UUID document, Person person) {
        return owner.equals(Drafts.ownerOf(owner.id())) && mayRead(new RequestId(owner.id()), document, person);
    }

    private boolean mayRead(RequestId id, UUID document, Person person) {
        return drafts.isOf(id.value(), person.account())
                || requests.sees(id, RequestPermission.own(person))
                || requests.sees(id, RequestPermission.asStaff(person)) && isShown(id, document, person);
    }

    private boolean isShown(RequestId id, UUID document, Person person) {
        var request = requests.find(id).orElseThrow();
        return person.organisation()
                .flatMap(own -> shows(request, own))
                .map(fields -> names(request, fields, document.toString()))
                .orElse(true);
    }

    private boolean names(Request request, Set<String> fields, String document) {
        return answers.of(request.id(), request.version()).only(fields).values().values().stream()
                .flatMap(answer -> answer instanceof Collection<?> several ? several.stream() : Stream.of(answer))
                .anyMatch(document::equals);
    }

    CaseFile asReadBy(Person person, CaseFile file) {
        var own = person.organisation().orElseThrow();
        if (own.isDistrict()) {
            return of(file, file.answers(), file.before(), file.consents(), own, Optional.empty());
        }
        var shows = shows(file.request(), own);
        return of(
                file,
                seenBy(own, file.request(), file.answers(), shows),
                file.before().map(before -> seenBy(own, file.request(), before, shows)),
                consents(file, own, shows.isPresent()),
                own,
                shows);
    }

    /** The fields to which this organisation's reading is narrowed; none for one that reads all. */
    private Optional<Set<String>> shows(Request request, Organisation own) {
        return parties.of(request.id()).stream()
                .filter(party -> party.organisation().equals(own))
                .findFirst()
                .flatMap(Party::shows);
    }

    private static CaseFile of(
            CaseFile file,
            Answers answers,
            Optional<Answers> before,
            List<Consent> consents,
            Organisation own,
            Optional<Set<String>> shows) {
        return new CaseFile(
                file.request(),
                answers,
                before,
                file.checks().stream().filter(check -> isShown(check, shows)).toList(),
                file.policy(),
                consents,
                file.supplements().stream()
                        .map(supplement -> shows.map(supplement::only).orElse(supplement))
                        .filter(supplement -> !supplement.items().isEmpty())
                        .toList(),
                file.decisions().stream()
                        .filter(decision -> isFor(decision, own, shows.isPresent()))
                        .toList(),
                shows);
    }

    private static boolean isShown(Check check, Optional<Set<String>> shows) {
        return shows.isEmpty() || check.given().filter(shows.get()::contains).isPresent();
    }

    /** Notes stay in their organisation; what the applicant chose on the way is for everyone who reads the whole request. */
    private static boolean isFor(TaskDecision decision, Organisation own, boolean narrowed) {
        return decision.organisation().map(own::equals).orElse(!narrowed);
    }

    private static List<Consent> consents(CaseFile file, Organisation own, boolean narrowed) {
        return file.consents().stream()
                .filter(consent -> consent.recipient().map(own::equals).orElse(!narrowed))
                .toList();
    }

    /** A branch is not told which other branches were asked. */
    private Answers seenBy(Organisation own, Request request, Answers answers, Optional<Set<String>> shows) {
        var values = new HashMap<>(answers.values());
        services.version(request.service(), request.deployment())
                .referralField()
                .ifPresent(field -> values.computeIfPresent(field, (key, chosen) -> ofOwn(chosen, own)));
        shows.ifPresent(values.keySet()::retainAll);
        return Answers.of(values);
    }

    private static Object ofOwn(Object chosen, Organisation own) {
        return chosen instanceof List<?> several
                ? several.stream().filter(own.key()::equals).toList()
                : chosen;
    }
}
