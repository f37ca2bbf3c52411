package cn.qiaotong.fit;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Fitting;
import cn.qiaotong.catalog.Fitting.Answer;
import cn.qiaotong.catalog.PolicyStatus;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What every service says to the answers of the questionnaire, those that fit first, each with the rule and what it rests on. */
@Component
class Fittings {

    private final PublicServices services;
    private final CheckContexts contexts;

    Fittings(PublicServices services, CheckContexts contexts) {
        this.services = services;
        this.contexts = contexts;
    }

    List<Group> of(Answers answers, Locale locale) {
        var found = services.all().stream()
                .map(service -> line(service, service.fitting(answers, contexts.today()), locale))
                .toList();
        return Stream.of(Answer.values())
                .map(answer -> new Group(
                        answer.word(),
                        found.stream().filter(line -> line.answer() == answer).toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    AnswersView given(Form form, Answers answers, Locale locale) {
        return AnswersView.of(form, answers, services.sharedWords(locale))
                .visible(answers.values().keySet());
    }

    private Line line(PublicService service, Fitting fitting, Locale locale) {
        var words = service.words(locale);
        return new Line(
                service.key(),
                words.title(),
                service.status(contexts.today()),
                fitting.answer(),
                words.text("fits.%s.text".formatted(fitting.rule())),
                fitting.policy(),
                fitting.policy().flatMap(PolicyRow::amount).orElse(""),
                fitting.instead().stream()
                        .map(key -> new Other(key, services.title(key, locale)))
                        .toList());
    }

    /** The services of which the questionnaire says the same. */
    record Group(String answer, List<Line> lines) {}

    /** One service: what is said of it, by which rule and policy, and which others fit instead. */
    record Line(
            String service,
            String title,
            PolicyStatus status,
            Answer answer,
            String text,
            Optional<PolicyRow> policy,
            String amount,
            List<Other> instead) {

        /** The status as it stands in message keys. */
        public String statusKey() {
            return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Another service. */
    record Other(String key, String title) {}
}
