package cn.qiaotong.notification;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.Supplement;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.web.Language;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The whole text of a notice with legal effect, as the applicant is told it on the day: every item asked for, or the result. */
@Component
class LegalText {

    private final Wording wording;
    private final Requests requests;
    private final PublicServices services;
    private final Supplements supplements;
    private final Waits waits;

    LegalText(Wording wording, Requests requests, PublicServices services, Supplements supplements, Waits waits) {
        this.wording = wording;
        this.requests = requests;
        this.services = services;
        this.supplements = supplements;
        this.waits = waits;
    }

    Optional<Notice.Sent> of(Message message, Language language) {
        if (!message.occasion().legal()) {
            return Optional.empty();
        }
        var request = requests.byId(message.request().orElseThrow());
        var asked = asked(request, message);
        if (asked.isPresent()) {
            awaitTheStep(request, asked.get());
        }
        var words = wording.of(message, language.locale());
        var text = Stream.of(
                        List.of(words.title(), words.what()),
                        asked.map(notice -> items(request, notice, language))
                                .orElseGet(() -> outcome(request, message, language)),
                        List.of(words.todo()),
                        wording.demo(message, language.locale()))
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
        return Optional.of(new Notice.Sent(language.html(), text));
    }

    private Optional<Supplement> asked(Request request, Message message) {
        return message.params().get("version").flatMap(version -> supplements.of(request).stream()
                .filter(notice -> String.valueOf(notice.fromVersion()).equals(version))
                .reduce((first, last) -> last));
    }

    /** A notice names the day until which an answer is in time, and that is set when the step opens. */
    private void awaitTheStep(Request request, Supplement notice) {
        var waited = waits.of(request).stream().anyMatch(wait -> wait.isOpen() && wait.isForApplicant());
        if (request.state().open() && notice.isOpen() && !waited) {
            throw new NotYet();
        }
    }

    private List<String> items(Request request, Supplement notice, Language language) {
        var words = words(request, language);
        var form = services.version(request.service(), request.deployment()).apply();
        return notice.items().stream()
                .map(item -> "%s: %s"
                        .formatted(
                                words.find(item.field() + ".label")
                                        .or(() -> form.field(item.field()).map(field -> field.label()))
                                        .orElse(item.field()),
                                item.reason()))
                .toList();
    }

    private List<String> outcome(Request request, Message message, Language language) {
        var words = words(request, language);
        return message.params().get("outcome").stream()
                .flatMap(outcome -> Stream.concat(
                        Stream.of(outcome + ".title", outcome + ".text"), message.params().told().stream()))
                .flatMap(key -> words.find(key).stream())
                .toList();
    }

    private ServiceWords words(Request request, Language language) {
        return services.find(request.service()).orElseThrow().words(language.locale());
    }
}
