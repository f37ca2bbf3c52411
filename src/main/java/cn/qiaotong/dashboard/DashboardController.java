package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.identity.Person;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.FigureFilter;
import cn.qiaotong.worklist.Measure;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The figures, the list behind each of them, and each service's drawing with its figures. */
@Controller
class DashboardController {

    private final Overviews overviews;
    private final Lists lists;
    private final ProcessMaps maps;
    private final WarningLists warnings;
    private final CheckContexts contexts;

    DashboardController(
            Overviews overviews, Lists lists, ProcessMaps maps, WarningLists warnings, CheckContexts contexts) {
        this.overviews = overviews;
        this.lists = lists;
        this.maps = maps;
        this.warnings = warnings;
        this.contexts = contexts;
    }

    @GetMapping("/dashboard")
    ModelAndView overview(
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Person person,
            Locale locale) {
        var period = Period.of(from, to, contexts.today());
        var all = overviews.of(person, period, locale);
        return new ModelAndView("dashboard/overview")
                .addObject("period", period)
                .addObject("warnings", warnings.of(person, contexts.today(), locale))
                .addObject("overviews", all)
                .addObject("total", overviews.total(all, person, period));
    }

    @GetMapping("/dashboard/requests")
    ModelAndView list(
            @RequestParam(required = false) String measure,
            @RequestParam Optional<String> service,
            @RequestParam(required = false) Set<String> element,
            @RequestParam Optional<String> organisation,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            @RequestParam(required = false) String after,
            Person person,
            Locale locale) {
        var counted = Measure.of(measure == null ? "open" : measure).orElseThrow(NotFound::new);
        var filter = new FigureFilter(
                service.filter(key -> !key.isEmpty()),
                element == null ? Set.of() : element,
                organisation.filter(key -> !key.isEmpty()));
        var period = Period.of(from, to, contexts.today());
        return new ModelAndView("dashboard/requests")
                .addObject("period", period)
                .addObject("list", lists.of(person, counted, filter, period, after, locale));
    }

    @GetMapping("/dashboard/services/{key}/map")
    ModelAndView map(
            @PathVariable String key,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to,
            Person person,
            Locale locale) {
        var period = Period.of(from, to, contexts.today());
        return new ModelAndView("dashboard/map")
                .addObject("period", period)
                .addObject("map", maps.of(key, person, period, locale));
    }

    /** The drawing itself, which the page's script asks for. */
    @GetMapping("/dashboard/services/{key}/map.bpmn")
    ResponseEntity<byte[]> drawing(@PathVariable String key) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(maps.drawing(key));
    }
}
