package cn.qiaotong.portal;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.portal.FollowPage.Asked;
import cn.qiaotong.portal.FollowPage.Now;
import cn.qiaotong.portal.FollowPage.Step;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Supplement;
import cn.qiaotong.section.Standing.Told;
import cn.qiaotong.section.Standings;
import cn.qiaotong.worklist.StepForms;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a request, step by step, in the words of its service. It names organisations, never people. */
@Component
class Timeline {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");
    private static final Comparator<Wait> AS_IT_HAPPENED = Comparator.comparing(Wait::openedAt)
            .thenComparing(wait -> wait.closedAt().orElse(Instant.MAX));

    private final Waits waits;
    private final Organisations organisations;
    private final Parties parties;
    private final StepForms forms;
    private final Standings standings;
    private final MessageSource texts;

    Timeline(
            Waits waits,
            Organisations organisations,
            Parties parties,
            StepForms forms,
            Standings standings,
            MessageSource texts) {
        this.waits = waits;
        this.organisations = organisations;
        this.parties = parties;
        this.forms = forms;
        this.standings = standings;
        this.texts = texts;
    }

    /** Where the request is now. */
    Now now(Request request, ServiceWords words, Locale locale) {
        if (!request.state().open()) {
            return Now.of(words.text(request.outcome().orElse("") + ".title"));
        }
        var open = waits.of(request).stream().filter(Wait::isOpen).toList();
        return open.stream()
                .findFirst()
                .map(wait -> new Now(
                        words.text(wait.element() + ".doing"),
                        who(open, locale),
                        yours(request, wait, locale),
                        wait.due().map(Timeline::lastDay),
                        Optional.empty()))
                .or(() -> standings.of(request, locale).map(Timeline::standing))
                .orElseGet(() -> Now.of(text("portal.follow.checking", locale)));
    }

    private static Now standing(Told told) {
        return new Now(told.headline(), "", Optional.empty(), Optional.empty(), Optional.of(told.text()));
    }

    List<Step> steps(CaseFile file, ServiceWords words, Locale locale) {
        var request = file.request();
        var steps = new ArrayList<Step>();
        steps.add(event("portal.step.submitted", "", request.submittedAt(), locale));
        var referrals = branches(request);
        for (var wait : waits(request, false)) {
            if (referrals.stream().anyMatch(branch -> wait.organisation().equals(Optional.of(branch.organisation())))) {
                referrals.forEach(branch -> steps.add(referred(branch, locale)));
                referrals = List.of();
            }
            steps.add(step(wait, file, words, locale));
        }
        referrals.forEach(branch -> steps.add(referred(branch, locale)));
        request.closedAt()
                .ifPresent(at -> steps.add(new Step(
                        words.text(request.outcome().orElse("") + ".title"),
                        "",
                        at,
                        Optional.of(at),
                        List.of(),
                        Optional.empty(),
                        false)));
        waits(request, true).forEach(wait -> steps.add(step(wait, file, words, locale)));
        return steps;
    }

    /** The waits that led to the outcome, or those that came after it. */
    private List<Wait> waits(Request request, boolean afterwards) {
        return waits.of(request).stream()
                .filter(wait -> afterwards
                        == request.closedAt().filter(wait.openedAt()::isAfter).isPresent())
                .sorted(AS_IT_HAPPENED)
                .toList();
    }

    private Step step(Wait wait, CaseFile file, ServiceWords words, Locale locale) {
        return new Step(
                words.text(wait.element() + ".title"),
                who(wait, locale),
                wait.openedAt(),
                wait.closedAt(),
                wait.isForApplicant() && !isOwnStep(file.request(), wait, locale)
                        ? asked(file, wait, words)
                        : List.of(),
                wait.isForApplicant() ? given(file, wait, words, locale) : Optional.empty(),
                wait.isOpen());
    }

    /** Below the request's own address: the step that the model draws for the applicant, or the answer to a notice. */
    private Optional<String> yours(Request request, Wait wait, Locale locale) {
        if (!wait.isForApplicant()) {
            return Optional.empty();
        }
        return Optional.of(isOwnStep(request, wait, locale) ? "steps/" + wait.element() : "supplement");
    }

    private boolean isOwnStep(Request request, Wait wait, Locale locale) {
        return forms.find(request, wait.element(), locale).isPresent();
    }

    /** What the applicant sent at a step of their own. */
    private Optional<AnswersView> given(CaseFile file, Wait wait, ServiceWords words, Locale locale) {
        return file.decisions().stream()
                .filter(decision -> decision.element().equals(wait.element()))
                .filter(decision -> wait.closedAt()
                        .filter(closed -> !decision.decidedAt().isAfter(closed))
                        .isPresent())
                .reduce((first, last) -> last)
                .flatMap(decision -> forms.filled(file.request(), wait.element(), locale)
                        .map(form -> AnswersView.of(form, decision.answers(), words)
                                .visible(decision.answers().values().keySet())));
    }

    private static List<Asked> asked(CaseFile file, Wait wait, ServiceWords words) {
        return file.supplements().stream()
                .filter(supplement -> !supplement.askedAt().isAfter(wait.openedAt()))
                .reduce((first, last) -> last)
                .map(supplement -> asked(supplement, words))
                .orElse(List.of());
    }

    static List<Asked> asked(Supplement supplement, ServiceWords words) {
        return supplement.items().stream()
                .map(item -> new Asked(item.field(), words.text(item.field() + ".label"), item.reason()))
                .toList();
    }

    private List<Party> branches(Request request) {
        return parties.of(request.id()).stream().filter(Party::isBranch).toList();
    }

    private Step referred(Party branch, Locale locale) {
        return event(
                "portal.step.referred", organisations.name(branch.organisation(), locale), branch.joinedAt(), locale);
    }

    private Step event(String key, String who, Instant at, Locale locale) {
        return new Step(text(key, locale), who, at, Optional.of(at), List.of(), Optional.empty(), false);
    }

    private String who(List<Wait> open, Locale locale) {
        return open.stream()
                .map(wait -> who(wait, locale))
                .distinct()
                .reduce((some, next) -> texts.getMessage("portal.who.and", new Object[] {some, next}, locale))
                .orElse("");
    }

    private String who(Wait wait, Locale locale) {
        return wait.organisation()
                .map(organisation -> organisations.name(organisation, locale))
                .orElseGet(() -> text("portal.who.you", locale));
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }

    /** The last day on which an instant that ends a day has not come. */
    static LocalDate lastDay(Instant due) {
        return LocalDate.ofInstant(due.minusNanos(1), DESK);
    }
}
