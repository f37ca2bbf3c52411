package cn.qiaotong.review;

import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The worklist, the most urgent first, and the search by receipt, which opens the case itself. */
@Controller
class WorklistController {

    private static final Pattern RECEIPT = Pattern.compile("[A-Z0-9-]{1,20}");

    private final WorklistViews views;
    private final Waits waits;
    private final Requests requests;

    WorklistController(WorklistViews views, Waits waits, Requests requests) {
        this.views = views;
        this.waits = waits;
        this.requests = requests;
    }

    @GetMapping("/review")
    ModelAndView list(
            @RequestParam(required = false) String service,
            @RequestParam(required = false) String step,
            @RequestParam Optional<String> mine,
            @RequestParam Optional<String> free,
            @RequestParam Optional<String> overdue,
            @RequestParam(required = false) String after,
            @RequestParam Optional<String> done,
            Person person,
            Locale locale) {
        var query = new WorklistQuery(service, step, mine.isPresent(), free.isPresent(), overdue.isPresent(), after);
        return page(query, done, Optional.empty(), person, locale);
    }

    @GetMapping(path = "/review", params = "receipt")
    ModelAndView search(@RequestParam String receipt, Person person, Locale locale) {
        var typed = receipt.strip().toUpperCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return SeeOther.at("/review");
        }
        return requests.search(typed, person)
                .map(found -> SeeOther.at(where(found, person)))
                .orElseGet(() -> page(
                        new WorklistQuery("", "", false, false, false, ""),
                        Optional.empty(),
                        Optional.of(receipt),
                        person,
                        locale));
    }

    private String where(Request request, Person person) {
        return waits.of(request).stream()
                .filter(Wait::isOpen)
                .filter(wait ->
                        waits.find(wait.publicId(), wait.element(), person).isPresent())
                .findFirst()
                .map(wait -> "/review/%s/%s".formatted(wait.publicId(), wait.element()))
                .orElse("/review/" + request.publicId());
    }

    private ModelAndView page(
            WorklistQuery query, Optional<String> done, Optional<String> missed, Person person, Locale locale) {
        var finished = done.filter(receipt -> RECEIPT.matcher(receipt).matches());
        return new ModelAndView("review/worklist")
                .addObject("view", views.of(person, query, locale))
                .addObject("done", finished.orElse(null))
                .addObject(
                        "next",
                        finished.flatMap(receipt -> views.mostUrgent(person, locale))
                                .orElse(null))
                .addObject("missed", missed.orElse(null));
    }
}
