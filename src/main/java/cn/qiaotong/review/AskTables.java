package cn.qiaotong.review;

import cn.qiaotong.form.ErrorView;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.form.Form;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFile;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.review.AskTable.Line;
import cn.qiaotong.review.AskTable.Notice;
import cn.qiaotong.web.Language;
import cn.qiaotong.worklist.Desk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Draws the list of things to ask for, where a task's form offers to ask. */
@Component
class AskTables {

    private static final String REASON = "reason.";
    private static final String GROUND = "ground";

    private final Evidences evidences;
    private final Supplements supplements;
    private final MessageSource texts;

    AskTables(Evidences evidences, Supplements supplements, MessageSource texts) {
        this.evidences = evidences;
        this.supplements = supplements;
        this.texts = texts;
    }

    Optional<AskTable> of(Form task, CaseFile file, Person reader, Ask ask, List<FieldError> errors, Locale locale) {
        return offersToAsk(task) ? Optional.of(table(file, reader, ask, failed(errors), locale)) : Optional.empty();
    }

    /** What is wrong with the list itself, in the words of the page, leading to the line it is about. */
    List<ErrorView> errors(CaseFile file, List<FieldError> errors, Locale locale) {
        var words = evidences.words(file.request(), locale);
        return errors.stream()
                .filter(AskTables::isOfList)
                .map(error -> {
                    var field = error.key().startsWith(REASON) ? error.key().substring(REASON.length()) : "";
                    return new ErrorView(
                            error.key(),
                            error.key().equals(GROUND)
                                    ? "ask-ground-new-fact"
                                    : field.isEmpty() ? "ask" : "reason-" + field,
                            "review.error." + error.code(),
                            List.of(
                                    words.find(field + ".label").orElse(field),
                                    error.arguments().stream().findFirst().orElse("")),
                            null);
                })
                .toList();
    }

    static boolean isOfList(FieldError error) {
        return Set.of("items", GROUND).contains(error.key()) || error.key().startsWith(REASON);
    }

    private static boolean offersToAsk(Form task) {
        return task.fields().stream().flatMap(field -> field.options().stream()).anyMatch(option -> option.value()
                .equals(Desk.SUPPLEMENT));
    }

    private static Set<String> failed(List<FieldError> errors) {
        return errors.stream().map(FieldError::key).collect(Collectors.toSet());
    }

    private AskTable table(CaseFile file, Person reader, Ask ask, Set<String> failed, Locale locale) {
        var request = file.request();
        var theirs = Language.of(Locale.forLanguageTag(request.language()));
        var lines = evidences.asked(file).stream()
                .map(field -> line(field, file, ask, failed, locale, theirs.locale()))
                .toList();
        var notice = new Notice(
                texts.getMessage("review.notice.heading", null, theirs.locale()),
                texts.getMessage("review.notice.intro", null, theirs.locale()),
                ask.ground().map(ground -> texts.getMessage("review.ground." + ground.key(), null, theirs.locale())),
                lines.stream().filter(Line::ticked).toList());
        var again = new AskTable.Again(supplements.askedBefore(request, reader), ask.ground(), failed.contains(GROUND));
        return new AskTable(theirs.html(), theirs == Language.of(locale), again, lines, notice);
    }

    private Line line(Field field, CaseFile file, Ask ask, Set<String> failed, Locale ours, Locale theirs) {
        return new Line(
                field.key(),
                Evidences.label(field, evidences.words(file.request(), ours)),
                Evidences.label(field, evidences.words(file.request(), theirs)),
                ask.ticked().contains(field.key()),
                ask.reason(field.key()),
                failed.contains(REASON + field.key()));
    }
}
