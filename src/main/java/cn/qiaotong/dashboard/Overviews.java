package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Model;
import cn.qiaotong.worklist.Figure;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Figures;
import cn.qiaotong.worklist.Measure;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Lays out figures by service, step and organisation. */
@Component
class Overviews {

    private final Figures figures;
    private final PublicServices services;
    private final Organisations organisations;
    private final MessageSource texts;

    Overviews(Figures figures, PublicServices services, Organisations organisations, MessageSource texts) {
        this.figures = figures;
        this.services = services;
        this.organisations = organisations;
        this.texts = texts;
    }

    /** Every service on offer, and every other that still has something to count. */
    List<Overview> of(Person person, Period period, Locale locale) {
        var byService = Line.byService(figures.of(person, FigureFilter.none(), period.finished()));
        var keys = new TreeSet<>(byService.keySet());
        services.all().stream().map(PublicService::key).forEach(keys::add);
        return keys.stream()
                .map(key -> overview(key, byService.getOrDefault(key, List.of()), person, period, locale))
                .toList();
    }

    /** What all services come to. */
    Line total(List<Overview> all, Person person, Period period) {
        return Line.sum(all.stream().map(Overview::sums).toList(), href(person, Map.of(), period));
    }

    private Overview overview(String service, List<Figure> found, Person person, Period period, Locale locale) {
        return new Overview(
                service,
                services.title(service, locale),
                services.find(service)
                        .map(known -> "/dashboard/services/%s/map".formatted(known.key()))
                        .orElse(""),
                found.stream()
                        .sorted(Comparator.comparingInt(figure -> place(service, figure.element())))
                        .map(figure -> line(figure, person, period, locale))
                        .toList(),
                Line.of("", "", "", found, href(person, Map.of("service", List.of(service)), period)));
    }

    /** Steps stand in the order in which the model draws them; those of earlier versions come last. */
    private int place(String service, String element) {
        var drawn = services.find(service).stream()
                .flatMap(known -> known.current().model().drawings().stream())
                .flatMap(drawing -> drawing.nodes().stream())
                .map(Model.Node::id)
                .toList();
        var place = drawn.indexOf(element);
        return place < 0 ? drawn.size() : place;
    }

    private Line line(Figure figure, Person person, Period period, Locale locale) {
        return Line.of(
                figure.element(),
                services.title(figure.service(), figure.element(), locale),
                organisation(figure.organisation(), locale),
                List.of(figure),
                href(
                        person,
                        Map.of(
                                "service",
                                List.of(figure.service()),
                                "element",
                                List.of(figure.element()),
                                "organisation",
                                List.of(figure.organisation())),
                        period));
    }

    String organisation(String key, Locale locale) {
        return key.equals(Figure.APPLICANT)
                ? texts.getMessage("dashboard.organisation.applicant", null, locale)
                : organisations.name(new Organisation(key), locale);
    }

    /** Only who may open the lists gets their addresses. */
    static Function<Measure, String> href(
            Person person, Map<String, ? extends Collection<String>> filter, Period period) {
        return measure -> person.has(Role.ADMINISTRATOR) ? Line.href(measure, filter, period) : "";
    }
}
