package cn.qiaotong.letter;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Letter;
import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.worklist.StepForms;
import cn.qiaotong.worklist.Waits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the owner of a request may print of it now, in the words of its service. */
@Component
class Printables {

    private static final String SHEET = "sheet";

    private final PublicServices services;
    private final Waits waits;
    private final StepForms forms;
    private final Organisations organisations;
    private final CheckContexts contexts;

    Printables(
            PublicServices services,
            Waits waits,
            StepForms forms,
            Organisations organisations,
            CheckContexts contexts) {
        this.services = services;
        this.waits = waits;
        this.forms = forms;
        this.organisations = organisations;
        this.contexts = contexts;
    }

    List<Link> links(CaseFile file, Locale locale) {
        var request = file.request();
        var version = version(request);
        var words = words(request, locale);
        var checked = new Checked(file, waits.of(request));
        return Stream.concat(
                        version.letters().stream()
                                .filter(letter -> checked.decision(letter).isPresent())
                                .map(letter -> new Link("letters/" + letter.element(), title(letter, words))),
                        Stream.of(SHEET)
                                .filter(sheet -> !version.sheet().isEmpty())
                                .map(sheet -> new Link(sheet, words.text("sheet.title"))))
                .toList();
    }

    Optional<Printable> letter(CaseFile file, String element, Locale locale) {
        return version(file.request()).letters().stream()
                .filter(letter -> letter.element().equals(element))
                .flatMap(letter -> new Checked(file, waits.of(file.request()))
                        .decision(letter).stream().map(decision -> letter(file.request(), letter, decision, locale)))
                .findFirst();
    }

    private Printable letter(Request request, Letter letter, TaskDecision decision, Locale locale) {
        var words = words(request, locale);
        var form = forms.filled(request, letter.element(), locale).orElseThrow();
        return new Printable(
                request,
                words.title(),
                title(letter, words),
                words.text(letter.element() + ".letter.text"),
                decision.organisation().map(organisation -> organisations.name(organisation, locale)),
                decision.decidedAt(),
                rows(form, decision.answers(), letter.fields(), words));
    }

    Optional<Printable> sheet(CaseFile file, Locale locale) {
        var request = file.request();
        var words = words(request, locale);
        var version = version(request);
        return Optional.of(version.sheet())
                .filter(fields -> !fields.isEmpty())
                .map(fields -> new Printable(
                        request,
                        words.title(),
                        words.text("sheet.title"),
                        words.text("sheet.text"),
                        Optional.empty(),
                        request.submittedAt(),
                        rows(version.apply(), file.answers(), fields, words)));
    }

    /** What was answered of the fields, in the order in which they are listed. */
    private List<Row> rows(Form form, Answers answers, List<String> fields, ServiceWords words) {
        return AnswersView.of(form, answers, words).unmasked().visible(given(form, answers, fields)).sections().stream()
                .flatMap(section -> section.rows().stream())
                .sorted(Comparator.comparingInt(row -> fields.indexOf(row.name())))
                .toList();
    }

    private Set<String> given(Form form, Answers answers, List<String> fields) {
        var shown = form.visible(form.typed(answers), contexts.now());
        return fields.stream()
                .filter(shown::contains)
                .filter(field -> answers.get(field).isPresent())
                .filter(field -> form.field(field)
                        .filter(found -> found.type() != FieldType.FILEPICKER)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static String title(Letter letter, ServiceWords words) {
        return words.text(letter.element() + ".letter.title");
    }

    private ServiceWords words(Request request, Locale locale) {
        return services.find(request.service()).orElseThrow().words(locale);
    }

    private ServiceVersion version(Request request) {
        return services.version(request.service(), request.deployment());
    }

    /** Below the address of its request. */
    record Link(String path, String title) {}
}
