package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.form.Field;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.portal.FollowPage.Checked;
import cn.qiaotong.portal.FollowPage.Now;
import cn.qiaotong.portal.FollowPage.Result;
import cn.qiaotong.portal.RequestController.RequestLine;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Check;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.web.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a case file for its owner: what they gave, what was found, and of what staff decided only what may be told. */
@Component
class Following {

    private final PublicServices services;
    private final Timeline timeline;
    private final BranchAnswers branches;
    private final Uploads uploads;
    private final CheckContexts contexts;
    private final Requests requests;

    Following(
            PublicServices services,
            Timeline timeline,
            BranchAnswers branches,
            Uploads uploads,
            CheckContexts contexts,
            Requests requests) {
        this.requests = requests;
        this.services = services;
        this.timeline = timeline;
        this.branches = branches;
        this.uploads = uploads;
        this.contexts = contexts;
    }

    FollowPage page(CaseFile file, Locale locale) {
        var request = file.request();
        var words = words(request, locale);
        var answers = AnswersView.of(version(request).apply(), file.answers(), words)
                .files(uploads.of(request.id().value()))
                .doubting(contexts.now());
        return new FollowPage(
                request,
                words.title(),
                timeline.now(request, words, locale),
                result(file, words),
                branches.of(file, words, locale),
                timeline.steps(file, words, locale),
                checks(file, rows(answers.unmasked()), words),
                file.consents().stream()
                        .map(consent -> new FollowPage.Agreed(
                                consent, requests.effectOf(request, consent).key()))
                        .toList(),
                given(file, answers));
    }

    Now now(Request request, Locale locale) {
        return timeline.now(request, words(request, locale), locale);
    }

    RequestLine line(Request request, Locale locale) {
        return new RequestLine(request, title(request, locale), now(request, locale));
    }

    String title(Request request, Locale locale) {
        return words(request, locale).title();
    }

    ServiceWords words(Request request, Locale locale) {
        return services.find(request.service()).orElseThrow(NotFound::new).words(locale);
    }

    ServiceVersion version(Request request) {
        return services.version(request.service(), request.deployment());
    }

    private AnswersView given(CaseFile file, AnswersView answers) {
        var form = version(file.request()).apply();
        return answers.visible(form.visible(form.typed(file.answers()), contexts.now()));
    }

    private Optional<Result> result(CaseFile file, ServiceWords words) {
        var request = file.request();
        return request.closedAt()
                .map(at -> new Result(
                        words.text(request.outcome().orElse("") + ".title"),
                        words.text(request.outcome().orElse("") + ".text"),
                        told(file, words),
                        at));
    }

    /** The choice that the last step with a tellable field made there; nothing else of a decision leaves the desk. */
    private Optional<String> told(CaseFile file, ServiceWords words) {
        return file.decisions().stream()
                .filter(decision -> isOfWholeRequest(file.request(), decision))
                .filter(decision -> !tellable(file.request(), decision).isEmpty())
                .reduce((first, last) -> last)
                .flatMap(decision -> tellable(file.request(), decision).stream()
                        .flatMap(field -> option(field, decision, words).stream())
                        .findFirst());
    }

    /**
     * What one branch of several answered is told beside that branch's name, and what was answered to an objection with the
     * objection, neither as the result of the request.
     */
    private boolean isOfWholeRequest(Request request, TaskDecision decision) {
        return version(request)
                .model()
                .drawing(request.service())
                .flatMap(drawing -> drawing.node(decision.element()))
                .filter(step -> step.parent().isEmpty())
                .isPresent();
    }

    private List<Field> tellable(Request request, TaskDecision decision) {
        return version(request).form(decision.element()).stream()
                .flatMap(form -> form.fields().stream())
                .filter(Field::tellable)
                .toList();
    }

    private static Optional<String> option(Field field, TaskDecision decision, ServiceWords words) {
        return decision.answers().get(field.key()).flatMap(chosen -> field.options().stream()
                .filter(option -> option.value().equals(chosen))
                .map(option -> words.find("%s.option.%s".formatted(field.key(), option.value()))
                        .orElse(option.label()))
                .findFirst());
    }

    private static Map<String, Row> rows(AnswersView answers) {
        return answers.sections().stream()
                .flatMap(section -> section.rows().stream())
                .collect(Collectors.toMap(Row::name, Function.identity(), (first, second) -> first));
    }

    private List<Checked> checks(CaseFile file, Map<String, Row> rows, ServiceWords words) {
        return file.checks().stream()
                .map(check -> checked(check, file, rows, words))
                .toList();
    }

    private Checked checked(Check check, CaseFile file, Map<String, Row> rows, ServiceWords words) {
        var policy = check.policyRow().flatMap(id -> row(id, file.policy()));
        return new Checked(
                words.text("condition.%s.title".formatted(check.condition())),
                check.met(),
                check.decidedBy(),
                check.given().map(rows::get),
                policy,
                policy.flatMap(PolicyRow::amount).orElse(""));
    }

    private static Optional<PolicyRow> row(UUID id, PolicyValues policy) {
        return Stream.of("value", "list", "status")
                .flatMap(kind -> policy.list(kind).stream())
                .filter(row -> row.id().equals(id))
                .findFirst();
    }
}
