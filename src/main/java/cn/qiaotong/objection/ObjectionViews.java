package cn.qiaotong.objection;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.objection.ObjectionView.Answer;
import cn.qiaotong.objection.ObjectionView.Made;
import cn.qiaotong.request.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts remedies and objections into the words of a page. */
@Component
class ObjectionViews {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final RequestObjections objections;
    private final ObjectionAnswers answers;
    private final ObjectionTerms terms;
    private final Remedies remedies;
    private final PublicServices services;
    private final Organisations organisations;

    ObjectionViews(
            RequestObjections objections,
            ObjectionAnswers answers,
            ObjectionTerms terms,
            Remedies remedies,
            PublicServices services,
            Organisations organisations) {
        this.objections = objections;
        this.answers = answers;
        this.terms = terms;
        this.remedies = remedies;
        this.services = services;
        this.organisations = organisations;
    }

    ObjectionView of(Request request, Locale locale) {
        var taken = objections.refusal(request).isEmpty();
        return new ObjectionView(
                request,
                services.title(request.service(), locale),
                remedies.of(request),
                taken,
                taken ? terms.taken(request).map(ObjectionViews::lastDay) : Optional.empty(),
                objections.of(request).map(objection -> made(objection, request, locale)));
    }

    private Made made(RequestObjection objection, Request request, Locale locale) {
        return new Made(
                objection.madeAt(),
                organisations.name(objection.answering(), locale),
                terms.answered(request, objection).map(ObjectionViews::lastDay),
                objection.answeredAt().map(at -> answer(objection, request, at, locale)));
    }

    private Answer answer(RequestObjection objection, Request request, Instant at, Locale locale) {
        var words = services.sharedWords(locale);
        return new Answer(
                words.text(objection.outcome().orElseThrow() + ".title"),
                answers.told(request).stream().map(words::text).toList(),
                at);
    }

    private static LocalDate lastDay(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), DESK);
    }
}
