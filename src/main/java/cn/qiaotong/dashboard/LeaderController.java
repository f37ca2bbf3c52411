package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.identity.Person;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one page a month that the district's leader reads: the month in numbers, and where the district plan stands. */
@Controller
class LeaderController {

    static final String PATH = "/leader";

    private final MonthReports reports;
    private final PlanViews plans;
    private final MessageSource texts;
    private final CheckContexts contexts;

    LeaderController(MonthReports reports, PlanViews plans, MessageSource texts, CheckContexts contexts) {
        this.reports = reports;
        this.plans = plans;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping(PATH)
    ModelAndView month(@RequestParam(required = false) String month, Person person, Locale locale) {
        var today = contexts.today();
        var asked = Month.of(month, today);
        return new ModelAndView("dashboard/leader")
                .addObject("month", asked)
                .addObject("months", new MonthNames(texts, locale))
                .addObject("choices", asked.choices(today))
                .addObject("running", asked.holds(today))
                .addObject("today", today)
                .addObject("report", reports.of(person, asked, locale))
                .addObject("plan", plans.of(locale));
    }
}
