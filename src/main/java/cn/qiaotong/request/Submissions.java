package cn.qiaotong.request;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.consent.ConsentAsked;
import cn.qiaotong.consent.Consents;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Pii;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Processes;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.PublicIds;
import cn.qiaotong.web.Language;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns a draft into a request, once: answers checked and sealed, policy frozen, consents kept, process started, receipt
 * given, word sent and the act recorded, in one transaction. A double click, the back button or a replay finds the draft
 * gone and gets the request that it became.
 */
@Component
public class Submissions {

    private final DraftRows drafts;
    private final RequestRows rows;
    private final AnswerRows answerRows;
    private final Identifiers identifiers;
    private final Consents consents;
    private final FrozenPolicies policies;
    private final PublicServices services;
    private final Organisations organisations;
    private final CheckContexts contexts;
    private final Processes processes;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Submissions(
            DraftRows drafts,
            RequestRows rows,
            AnswerRows answerRows,
            Identifiers identifiers,
            Consents consents,
            FrozenPolicies policies,
            PublicServices services,
            Organisations organisations,
            CheckContexts contexts,
            Processes processes,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.drafts = drafts;
        this.rows = rows;
        this.answerRows = answerRows;
        this.identifiers = identifiers;
        this.consents = consents;
        this.policies = policies;
        this.services = services;
        this.organisations = organisations;
        this.contexts = contexts;
        this.processes = processes;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** The consents that this draft needs, one for each purpose and recipient. */
    public List<ConsentAsked> consentsFor(PublicService service, Typed typed, Locale locale) {
        var version = service.current();
        var words = service.words(locale);
        var visible = version.apply().visible(typed, contexts.now());
        var asked = new ArrayList<ConsentAsked>();
        if (version.apply().fields().stream()
                .anyMatch(field -> field.pii() == Pii.SENSITIVE && visible.contains(field.key()))) {
            asked.add(new ConsentAsked(
                    Consent.SENSITIVE, Optional.empty(), Optional.empty(), words.text("consent.sensitive")));
        }
        version.referralField().map(typed::all).orElse(List.of()).stream()
                .filter(branch -> !branch.isBlank())
                .distinct()
                .map(Organisation::new)
                .map(branch -> new ConsentAsked(
                        Consent.REFERRAL,
                        Optional.of(branch),
                        Optional.empty(),
                        words.text("consent.referral", organisations.name(branch, locale))))
                .forEach(asked::add);
        lists(version.apply(), typed)
                .map(list -> new ConsentAsked(
                        Consent.THIRD_PERSON, Optional.empty(), Optional.of(list), words.text("consent." + list)))
                .forEach(asked::add);
        return asked;
    }

    /** The lists of people who sign papers of their own, as far as anybody stands in them. */
    private Stream<String> lists(Form form, Typed typed) {
        var visible = form.visible(typed, contexts.now());
        return form.fields().stream()
                .filter(field -> visible.contains(field.key()))
                .flatMap(field -> field.evidenceOf().stream())
                .filter(list -> typed.items(list) > 0 && visible.contains(list));
    }

    /** Submits the draft with the consents that were ticked, by their keys, in the language of the page. */
    @Transactional
    public Submission submit(String publicId, Person person, Set<String> ticked, Locale locale) {
        var draft = drafts.locked(publicId, person.account());
        if (draft.isEmpty()) {
            return new Submission.Accepted(
                    rows.find(publicId, RequestPermission.own(person)).orElseThrow(NotFound::new));
        }
        return submit(draft.get(), person, ticked, locale);
    }

    private Submission submit(Draft draft, Person person, Set<String> ticked, Locale locale) {
        var service = services.find(draft.service()).orElseThrow(NotFound::new);
        NotOnOffer.refuseUnlessOffered(service, contexts.today());
        var form = service.current().apply();
        var checked = form.check(draft.typed(), contexts.now());
        if (checked instanceof Invalid invalid) {
            return new Submission.Incomplete(invalid.errors());
        }
        var asked = consentsFor(service, draft.typed(), locale);
        var missing = asked.stream().map(ConsentAsked::key).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(ticked);
        if (!missing.isEmpty()) {
            return new Submission.ConsentNeeded(missing);
        }
        var request = requestOf(draft, person, service, locale, contexts.today());
        keep(request, form, ((Valid) checked).answers(), service, asked);
        drafts.delete(draft.id());
        processes.start(
                request.deployment(),
                request.service(),
                request.id(),
                facts(service.current(), ((Valid) checked).answers()));
        events.publishEvent(new RequestSubmitted(request.id()));
        audit.record(new Act(
                "district",
                "request.submitted",
                Optional.of(person.account()),
                Optional.of(request.id().value().toString()),
                Map.of("service", request.service(), "receipt", request.receipt())));
        return new Submission.Accepted(request);
    }

    private Request requestOf(Draft draft, Person person, PublicService service, Locale locale, LocalDate today) {
        return new Request(
                new RequestId(draft.id()),
                draft.publicId(),
                PublicIds.receipt(),
                service.key(),
                service.current().deployment(),
                RequestState.SUBMITTED,
                person.account(),
                person.human(),
                Language.of(locale).html(),
                true,
                1,
                today,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }

    private void keep(Request request, Form form, Answers answers, PublicService service, List<ConsentAsked> asked) {
        rows.insert(request);
        answerRows.insert(request.id(), request.version(), form, answers);
        identifiers.add(request.id(), form, answers);
        policies.freeze(request.id(), service.policy(request.policyDay()));
        asked.stream()
                .flatMap(consent ->
                        consent
                                .list()
                                .map(list -> Signed.of(form, list, answers))
                                .orElse(List.of(Signed.NOBODY))
                                .stream()
                                .map(signed -> given(consent, signed, request.language(), clock.instant())))
                .forEach(consent -> consents.insert(request.id(), consent));
    }

    private static Consent given(ConsentAsked asked, Signed signed, String language, Instant at) {
        return new Consent(
                UUID.randomUUID(),
                asked.purpose(),
                asked.recipient(),
                signed.subject(),
                signed.evidence(),
                asked.wording(),
                language,
                at,
                Optional.empty());
    }

    /** What the engine may know from the start; every other fact of the model is still unknown. */
    private static Map<String, Object> facts(ServiceVersion version, Answers answers) {
        var facts = new HashMap<String, Object>();
        version.factNames().forEach(name -> facts.put(name, null));
        facts.putAll(version.apply().facts(answers));
        return facts;
    }
}
