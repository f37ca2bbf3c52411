package cn.qiaotong.request;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.consent.Consents;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Checked;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Processes;
import cn.qiaotong.web.Language;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for more and answering it. The supplement form is the application form reduced to the items asked and what follows
 * from them, and an answer makes a new version of the request's answers, so that the reviewer sees what changed. The engine
 * learns the facts as they now are.
 */
@Component
public class Supplements {

    private final SupplementRows rows;
    private final RequestRows requests;
    private final AnswerRows answers;
    private final Identifiers identifiers;
    private final Consents consents;
    private final Processes processes;
    private final PublicServices services;
    private final CheckContexts contexts;
    private final Clock clock;

    Supplements(
            SupplementRows rows,
            RequestRows requests,
            AnswerRows answers,
            Identifiers identifiers,
            Consents consents,
            Processes processes,
            PublicServices services,
            CheckContexts contexts,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.answers = answers;
        this.identifiers = identifiers;
        this.consents = consents;
        this.processes = processes;
        this.services = services;
        this.contexts = contexts;
        this.clock = clock;
    }

    public List<Supplement> of(Request request) {
        return rows.of(request.id());
    }

    /** The notice that the applicant has not answered yet. */
    public Optional<Supplement> open(Request request) {
        return of(request).stream().filter(Supplement::isOpen).reduce((first, last) -> last);
    }

    /** The application form reduced to what the notice asks for and what follows from it; the branch stays as consented. */
    public Form form(Request request, Supplement supplement) {
        var version = services.version(request.service(), request.deployment());
        return version.apply()
                .again(supplement.fields(), version.referralField().stream().collect(Collectors.toSet()));
    }

    /** Whether the person's organisation has asked before, so that it needs a ground to ask again. */
    public boolean askedBefore(Request request, Person by) {
        return of(request).stream().anyMatch(notice -> isOf(notice, by.organisation()));
    }

    /** Whether, before the last of these notices, the same organisation has sent one. */
    static boolean askedBefore(List<Supplement> notices, Optional<Organisation> asker) {
        return notices.stream().limit(notices.size() - 1L).anyMatch(notice -> isOf(notice, asker));
    }

    private static boolean isOf(Supplement notice, Optional<Organisation> asker) {
        return notice.sentAt().isPresent() && notice.organisation().equals(asker);
    }

    /**
     * Asks for these items; part of the act that closes the reviewer's task. The model sends the notice.
     *
     * @throws IllegalArgumentException for a second notice of the same organisation that names no ground
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Request request, Person by, List<Supplement.Item> items, Optional<Ground> ground) {
        var again = askedBefore(request, by);
        if (again && ground.isEmpty()) {
            throw new IllegalArgumentException("A second notice needs a ground.");
        }
        rows.insert(
                request.id(),
                by.account(),
                new Supplement(
                        UUID.randomUUID(),
                        by.organisation(),
                        ground.filter(given -> again),
                        clock.instant(),
                        request.version(),
                        items,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Keeps what stands in the supplement's form now, valid or not. */
    @Transactional
    public void save(Request request, Supplement supplement, Typed typed) {
        requests.locked(request.id());
        rows.typed(supplement.id(), typed);
    }

    /** Checks what was typed and, when valid, makes the new version; part of the act that closes the applicant's task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Checked answer(Request request, Supplement supplement, Typed typed) {
        var before = answers.of(request.id(), request.version());
        var form = form(request, supplement);
        var checked = form.check(typed, contexts.now(before.values()));
        if (checked instanceof Valid valid) {
            keep(request, before.without(keys(form)).with(valid.answers()), form);
            rows.answered(supplement.id(), request.version() + 1, clock.instant());
        } else {
            rows.typed(supplement.id(), typed);
        }
        return checked;
    }

    private void keep(Request request, Answers after, Form asked) {
        var apply = services.version(request.service(), request.deployment()).apply();
        answers.insert(request.id(), request.version() + 1, apply, after);
        identifiers.add(request.id(), apply, after);
        requests.version(request.id(), request.version() + 1);
        asked.fields().stream()
                .flatMap(field -> field.evidenceOf().stream())
                .forEach(list -> consents(request, list, Signed.of(apply, list, after)));
        var facts = new HashMap<String, Object>();
        apply.fields().stream().filter(Field::engine).forEach(field -> facts.put(field.key(), null));
        facts.putAll(apply.facts(after));
        processes.tell(request.id(), facts);
    }

    /** Keeps a consent for each new paper of these people; one that rests on a paper replaced, or nobody's any more, ends. */
    private void consents(Request request, String list, List<Signed> people) {
        var given = consents.of(request.id()).stream()
                .filter(consent -> consent.subject()
                        .filter(subject -> subject.startsWith(list + "."))
                        .isPresent())
                .collect(Collectors.toMap(consent -> new Signed(consent.subject(), consent.evidence()), Consent::id));
        given.forEach((signed, consent) -> {
            if (!people.contains(signed)) {
                consents.withdraw(request.id(), consent, clock.instant());
            }
        });
        people.stream()
                .filter(signed -> !given.containsKey(signed))
                .map(signed -> new Consent(
                        UUID.randomUUID(),
                        Consent.THIRD_PERSON,
                        Optional.empty(),
                        signed.subject(),
                        signed.evidence(),
                        wording(request, list),
                        request.language(),
                        clock.instant(),
                        Optional.empty()))
                .forEach(consent -> consents.insert(request.id(), consent));
    }

    private String wording(Request request, String list) {
        return services.find(request.service())
                .orElseThrow()
                .words(Language.of(Locale.forLanguageTag(request.language())).locale())
                .text("consent." + list);
    }

    private static Set<String> keys(Form form) {
        return form.fields().stream().map(Field::key).collect(Collectors.toSet());
    }
}
