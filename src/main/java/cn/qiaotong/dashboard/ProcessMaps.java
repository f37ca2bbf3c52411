package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.dashboard.ProcessMap.Way;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Model;
import cn.qiaotong.process.Model.Drawing;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Figure;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Figures;
import cn.qiaotong.worklist.Measure;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lays figures over a service's drawing. A loop that is drawn elsewhere stands in it as one element, with all its waits. */
@Component
class ProcessMaps {

    private final Figures figures;
    private final PublicServices services;

    ProcessMaps(Figures figures, PublicServices services) {
        this.figures = figures;
        this.services = services;
    }

    ProcessMap of(String key, Person person, Period period, Locale locale) {
        var service = services.find(key).orElseThrow(NotFound::new);
        var filter = new FigureFilter(Optional.of(key), Set.of(), Optional.empty());
        var found = figures.of(person, filter, period.finished());
        var model = service.current().model();
        var drawing = model.drawing(key).orElseThrow(NotFound::new);
        var seen = new HashSet<String>();
        var drawn = drawing.nodes().stream()
                .map(node -> line(service, node, steps(model, node, seen), found, person, period, locale))
                .toList();
        var others = byElement(found, seen).entrySet().stream()
                .map(each ->
                        line(service, each.getKey(), Set.of(each.getKey()), each.getValue(), person, period, locale))
                .collect(Collectors.partitioningBy(line -> model.drawings().stream()
                        .anyMatch(other -> other.node(line.id()).isPresent())));
        return new ProcessMap(
                key,
                services.title(key, locale),
                drawn,
                others.get(true),
                others.get(false),
                Line.of("", "", "", found, Overviews.href(person, Map.of("service", List.of(key)), period)),
                ways(service, drawing, locale));
    }

    private static List<Way> ways(PublicService service, Drawing drawing, Locale locale) {
        var words = service.words(locale);
        return drawing.flows().stream()
                .flatMap(flow -> words.find(flow.id() + ".title").map(name -> new Way(flow.id(), name)).stream())
                .toList();
    }

    byte[] drawing(String key) {
        return services.find(key)
                .flatMap(service -> service.current().model().drawing(key))
                .map(Drawing::xml)
                .orElseThrow(NotFound::new)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Line line(
            PublicService service,
            Node node,
            Set<String> steps,
            List<Figure> found,
            Person person,
            Period period,
            Locale locale) {
        var own = found.stream()
                .filter(figure -> steps.contains(figure.element()))
                .toList();
        return Line.of(
                node.id(),
                service.words(locale).find(node.id() + ".title").orElse(node.id()),
                "",
                own,
                href(service, steps, person, period));
    }

    private Line line(
            PublicService service,
            String element,
            Set<String> steps,
            List<Figure> found,
            Person person,
            Period period,
            Locale locale) {
        return Line.of(
                element,
                services.title(service.key(), element, locale),
                "",
                found,
                href(service, steps, person, period));
    }

    private static Function<Measure, String> href(
            PublicService service, Set<String> steps, Person person, Period period) {
        return Overviews.href(person, Map.of("service", List.of(service.key()), "element", steps), period);
    }

    /** The steps whose waits an element shows: its own, or those of the drawing that it calls, each shown once. */
    private static Set<String> steps(Model model, Node node, Set<String> seen) {
        var steps = node.calls()
                .flatMap(model::drawing)
                .map(called -> called.nodes().stream().map(Node::id).collect(Collectors.toSet()))
                .orElseGet(() -> Set.of(node.id()));
        var fresh = steps.stream().filter(seen::add).collect(Collectors.toUnmodifiableSet());
        return fresh.isEmpty() ? Set.of(node.id()) : fresh;
    }

    private static Map<String, List<Figure>> byElement(Collection<Figure> found, Set<String> seen) {
        return found.stream()
                .filter(figure -> !seen.contains(figure.element()))
                .collect(Collectors.groupingBy(Figure::element, TreeMap::new, Collectors.toList()));
    }
}
