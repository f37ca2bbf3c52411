package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.worklist.Figure;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Figures;
import cn.qiaotong.worklist.Measure;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.WaitPage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lists what a number counts. */
@Component
class Lists {

    private static final int ROWS = 50;
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final Figures figures;
    private final PublicServices services;
    private final Overviews overviews;

    Lists(Figures figures, PublicServices services, Overviews overviews) {
        this.figures = figures;
        this.services = services;
        this.overviews = overviews;
    }

    Listed of(Person person, Measure measure, FigureFilter filter, Period period, String after, Locale locale) {
        var position = Optional.ofNullable(after).flatMap(WaitPage.Position::parse);
        var page = figures.list(person, measure, filter, period.finished(), position, ROWS);
        return new Listed(
                measure,
                narrowed(filter, locale),
                figures.count(person, measure, filter, period.finished()),
                page.waits().stream().map(wait -> row(wait, locale)).toList(),
                page.next()
                        .map(next -> address(measure, filter, period) + "&after=" + next.format())
                        .orElse(""));
    }

    private List<String> narrowed(FigureFilter filter, Locale locale) {
        var service = filter.service();
        var steps = filter.elements().stream().sorted().map(element -> service.map(
                        key -> services.title(key, element, locale))
                .orElse(element));
        return Stream.of(
                        service.map(key -> services.title(key, locale)).stream(),
                        steps,
                        filter.organisation().map(key -> overviews.organisation(key, locale)).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static String address(Measure measure, FigureFilter filter, Period period) {
        var parts = new HashMap<String, Set<String>>();
        filter.service().ifPresent(key -> parts.put("service", Set.of(key)));
        parts.put("element", filter.elements());
        filter.organisation().ifPresent(key -> parts.put("organisation", Set.of(key)));
        return Line.href(measure, parts, period);
    }

    private Listed.Row row(Wait wait, Locale locale) {
        return new Listed.Row(
                wait.receipt(),
                services.title(wait.service(), locale),
                services.title(wait.service(), wait.element(), locale),
                overviews.organisation(
                        wait.organisation().map(Organisation::key).orElse(Figure.APPLICANT), locale),
                wait.openedAt(),
                wait.due()
                        .map(due -> LocalDate.ofInstant(due.minusMillis(1), DESK))
                        .orElse(null),
                wait.closedAt().orElse(null));
    }
}
