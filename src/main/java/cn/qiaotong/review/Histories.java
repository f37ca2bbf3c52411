package cn.qiaotong.review;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.consent.Consent;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Ground;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Supplement;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.review.History.Agreed;
import cn.qiaotong.review.History.Decided;
import cn.qiaotong.review.History.Item;
import cn.qiaotong.review.History.Notice;
import cn.qiaotong.review.History.Stage;
import cn.qiaotong.worklist.StepForms;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the history of a case. People are named to their own organisation only. */
@Component
class Histories {

    private final PublicServices services;
    private final Organisations organisations;
    private final Waits waits;
    private final People people;
    private final DueTimes dueTimes;
    private final StepForms forms;

    Histories(
            PublicServices services,
            Organisations organisations,
            Waits waits,
            People people,
            DueTimes dueTimes,
            StepForms forms) {
        this.services = services;
        this.organisations = organisations;
        this.waits = waits;
        this.people = people;
        this.dueTimes = dueTimes;
        this.forms = forms;
    }

    History of(CaseFile file, AnswersView answers, Person reader, Locale locale) {
        var request = file.request();
        return new History(
                waits.of(request).stream()
                        .filter(wait -> mayKnow(wait, reader))
                        .map(wait -> stage(wait, reader, locale))
                        .toList(),
                file.decisions().stream()
                        .flatMap(decision -> decided(request, decision, locale).stream())
                        .toList(),
                file.supplements().stream()
                        .map(supplement -> notice(request, supplement, answers, locale))
                        .toList(),
                file.consents().stream().map(consent -> agreed(consent, locale)).toList());
    }

    /** Branches know of the district and of themselves, never of each other. */
    private static boolean mayKnow(Wait wait, Person reader) {
        return reader.organisation().filter(Organisation::isDistrict).isPresent()
                || wait.organisation()
                        .map(other ->
                                other.isDistrict() || reader.organisation().equals(Optional.of(other)))
                        .orElse(true);
    }

    private Stage stage(Wait wait, Person reader, Locale locale) {
        var own = wait.organisation().isPresent() && wait.organisation().equals(reader.organisation());
        return new Stage(
                services.title(wait.service(), wait.element(), locale),
                wait.organisation()
                        .map(each -> organisations.name(each, locale))
                        .orElse(""),
                wait.openedAt(),
                wait.closedAt().orElse(null),
                own ? name(wait.isOpen() ? wait.holder() : wait.closedBy()) : "",
                dueTimes.of(wait.due()),
                state(wait));
    }

    private static String state(Wait wait) {
        if (wait.isOpen()) {
            return "open";
        }
        return wait.completed() ? "done" : "ended";
    }

    private Optional<Decided> decided(Request request, TaskDecision decision, Locale locale) {
        var words = services.find(request.service()).orElseThrow().words(locale);
        return forms.filled(request, decision.element(), locale)
                .map(form -> new Decided(
                        services.title(request.service(), decision.element(), locale),
                        decision.role(),
                        name(Optional.of(decision.account())),
                        decision.decidedAt(),
                        AnswersView.of(form, decision.answers(), words)));
    }

    private Notice notice(Request request, Supplement supplement, AnswersView answers, Locale locale) {
        var words = services.find(request.service()).orElseThrow().words(locale);
        var form = services.version(request.service(), request.deployment()).apply();
        var rows = Evidences.rows(answers);
        return new Notice(
                supplement.askedAt(),
                supplement
                        .organisation()
                        .map(asker -> organisations.name(asker, locale))
                        .orElse(""),
                supplement.ground().map(Ground::key).orElse(null),
                state(supplement),
                supplement.answeredAt().orElse(null),
                supplement.items().stream()
                        .map(item -> new Item(
                                form.field(item.field())
                                        .map(field -> Evidences.label(field, words))
                                        .orElse(item.field()),
                                item.reason(),
                                Optional.ofNullable(rows.get(item.field()))
                                        .map(AnswersView.Row::values)
                                        .orElse(List.of())))
                        .toList());
    }

    private static String state(Supplement notice) {
        if (notice.isWithheld()) {
            return "withheld";
        }
        return notice.isOpen() ? "open" : "waits";
    }

    private Agreed agreed(Consent consent, Locale locale) {
        return new Agreed(
                consent.wording(),
                consent.language(),
                consent.recipient()
                        .map((Organisation each) -> organisations.name(each, locale))
                        .orElse(""),
                consent.givenAt(),
                consent.withdrawnAt().orElse(null));
    }

    private String name(Optional<UUID> account) {
        return account.map(people::byAccount).map(Person::name).orElse("");
    }
}
