package cn.qiaotong.review;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.document.Document;
import cn.qiaotong.document.Documents;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.form.Attachment;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Check;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays out what a case rests on, with the labels of the request's own version in the language of the page. */
@Component
class Evidences {

    private final PublicServices services;
    private final CheckContexts contexts;
    private final Documents documents;

    Evidences(PublicServices services, CheckContexts contexts, Documents documents) {
        this.services = services;
        this.contexts = contexts;
        this.documents = documents;
    }

    Evidence of(CaseFile file, boolean revealed, Locale locale) {
        var stored = documents.of(Drafts.ownerOf(file.request().id().value()));
        var words = words(file.request(), locale);
        var answers = answers(file, words, stored);
        var shown = revealed ? answers.unmasked() : answers;
        return new Evidence(
                shown, file.before().isPresent(), files(file, words, stored), checks(file, words, shown, locale));
    }

    ServiceWords words(Request request, Locale locale) {
        return services.find(request.service()).orElseThrow().words(locale);
    }

    Form apply(Request request) {
        return services.version(request.service(), request.deployment()).apply();
    }

    /** The fields that the applicant saw and could be asked for again; a branch is chosen with a consent, and not again here. */
    List<Field> asked(CaseFile file) {
        var form = apply(file.request());
        var visible = visible(form, file.answers());
        return form.fields().stream()
                .filter(field -> file.shows(field.key())
                        && !isReferral(file.request(), field)
                        && field.type() != FieldType.EXPRESSION
                        && visible.contains(field.key()))
                .toList();
    }

    private boolean isReferral(Request request, Field field) {
        return services.version(request.service(), request.deployment())
                .referralField()
                .filter(field.key()::equals)
                .isPresent();
    }

    private Set<String> visible(Form form, Answers answers) {
        return form.visible(form.typed(answers), contexts.now());
    }

    private AnswersView answers(CaseFile file, ServiceWords words, List<Document> stored) {
        var form = apply(file.request());
        var visible = new HashSet<>(visible(form, file.answers()));
        file.before().ifPresent(before -> visible.addAll(visible(form, before)));
        visible.removeIf(field -> !file.shows(field));
        var view = AnswersView.of(form, file.answers(), words)
                .visible(visible)
                .files(attachments(stored))
                .doubting(contexts.now());
        return file.before().map(view::since).orElse(view);
    }

    private static Map<String, Attachment> attachments(List<Document> stored) {
        return stored.stream()
                .collect(Collectors.toMap(document -> document.id().toString(), FileLine::attachment));
    }

    private List<FileLine> files(CaseFile file, ServiceWords words, List<Document> stored) {
        var byId = stored.stream()
                .collect(Collectors.toMap(document -> document.id().toString(), Function.identity()));
        var lines = new ArrayList<FileLine>();
        var earlier = new HashMap<>(byId);
        apply(file.request()).fields().stream()
                .filter(field -> field.type() == FieldType.FILEPICKER)
                .forEach(field -> ids(file.answers(), field).forEach(id -> {
                    if (byId.containsKey(id)) {
                        lines.add(FileLine.of(label(field, words), byId.get(id)));
                        earlier.remove(id);
                    }
                }));
        stored.stream()
                .filter(document -> file.shows().isEmpty())
                .filter(document -> earlier.containsKey(document.id().toString()))
                .forEach(document -> lines.add(FileLine.of("", document)));
        return lines;
    }

    private static List<String> ids(Answers answers, Field field) {
        return answers.get(field.key()).stream()
                .flatMap(value -> value instanceof List<?> list ? list.stream() : java.util.stream.Stream.of(value))
                .map(String::valueOf)
                .toList();
    }

    static String label(Field field, ServiceWords words) {
        return words.find(field.key() + ".label").orElse(field.label());
    }

    /** What the answers that could be given to a condition are called. */
    private Map<String, String> labels(Check check, CaseFile file, ServiceWords words) {
        return check.given().flatMap(apply(file.request())::field).stream()
                .flatMap(field -> field.options().stream()
                        .map(option -> Map.entry(
                                option.value(),
                                words.find("%s.option.%s".formatted(field.key(), option.value()))
                                        .orElse(option.label()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    static Map<String, Row> rows(AnswersView answers) {
        return answers.sections().stream()
                .flatMap(section -> section.rows().stream())
                .collect(Collectors.toMap(Row::name, Function.identity(), (one, other) -> one));
    }

    private List<CheckLine> checks(CaseFile file, ServiceWords words, AnswersView answers, Locale locale) {
        var rows = rows(answers);
        return file.checks().stream()
                .map(check -> {
                    var policy = check.policyRow().flatMap(file.policy()::row).orElse(null);
                    return new CheckLine(
                            words.text("condition.%s.title".formatted(check.condition())),
                            words.find("condition.%s.text".formatted(check.condition()))
                                    .orElse(""),
                            verdict(check),
                            check.given().map(rows::get).orElse(null),
                            policy == null ? List.of() : PolicyWords.of(policy, labels(check, file, words), locale),
                            policy == null || policy.unit() == null ? "" : policy.unit(),
                            policy);
                })
                .toList();
    }

    /** The end of a message key. */
    private static String verdict(Check check) {
        return switch (check.met()) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> check.decidedBy().equals("desk") ? "person" : check.decidedBy();
        };
    }
}
