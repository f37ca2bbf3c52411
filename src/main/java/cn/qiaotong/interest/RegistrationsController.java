package cn.qiaotong.interest;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.web.NotFound;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many people registered interest in each service, and when: figures and dates for the administrator, and nobody's name. */
@Controller
@RequestMapping("/administration/interest")
class RegistrationsController {

    private static final int ROWS = 50;
    private static final int DEEPEST = 1_000_000;

    private final InterestRows rows;
    private final PublicServices services;

    RegistrationsController(InterestRows rows, PublicServices services) {
        this.rows = rows;
        this.services = services;
    }

    @GetMapping
    String figures(Locale locale, Model model) {
        model.addAttribute(
                "figures",
                services.all().stream()
                        .map(service -> new Figure(
                                service.key(), service.words(locale).title(), rows.registered(service.key())))
                        .toList());
        return "interest/figures";
    }

    @GetMapping("/{key}")
    String dates(@PathVariable String key, @RequestParam(defaultValue = "0") int after, Locale locale, Model model) {
        var service = services.find(key).orElseThrow(NotFound::new);
        var skip = Math.min(Math.max(after, 0), DEEPEST);
        var count = rows.registered(key);
        model.addAttribute("figure", new Figure(key, service.words(locale).title(), count));
        model.addAttribute("registered", rows.dates(key, skip, ROWS));
        model.addAttribute("next", skip + ROWS < count ? skip + ROWS : 0);
        return "interest/dates";
    }

    /** A service and how many registered. */
    record Figure(String service, String title, long count) {}
}
