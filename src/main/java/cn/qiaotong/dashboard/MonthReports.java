package cn.qiaotong.dashboard;

import cn.qiaotong.budget.Ledger;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.publicity.Objections;
import cn.qiaotong.worklist.Turnover;
import cn.qiaotong.worklist.Turnovers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a month together from what each module can tell of it in numbers. */
@Component
class MonthReports {

    private static final String DEMO = "DEMO";

    private final Turnovers turnovers;
    private final Ledger ledger;
    private final Objections objections;
    private final PublicServices services;

    MonthReports(Turnovers turnovers, Ledger ledger, Objections objections, PublicServices services) {
        this.turnovers = turnovers;
        this.ledger = ledger;
        this.objections = objections;
        this.services = services;
    }

    MonthReport of(Person person, Month month, Locale locale) {
        var now = turnovers.of(person, month.days());
        var before = turnovers.of(person, month.before().days());
        return new MonthReport(
                whole(now, month),
                whole(before, month.before()),
                lines(now, locale),
                now.stream().flatMap(turnover -> outcomes(turnover, locale)).toList(),
                ledger.balances().stream().anyMatch(balance -> balance.source().equals(DEMO)));
    }

    private MonthReport.Whole whole(List<Turnover> all, Month month) {
        return new MonthReport.Whole(
                new MonthLine("", Turnover.sum(all)),
                ledger.moved(month.from(), month.until()),
                objections.made(month.from(), month.until()));
    }

    /** Every service on offer, and every other that still has something to count. */
    private List<MonthLine> lines(List<Turnover> all, Locale locale) {
        Map<String, Turnover> byService =
                all.stream().collect(Collectors.toMap(Turnover::service, Function.identity()));
        return Stream.concat(services.all().stream().map(PublicService::key), byService.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(key -> new MonthLine(
                        services.title(key, locale), byService.getOrDefault(key, Turnover.sum(List.of()))))
                .toList();
    }

    private Stream<MonthReport.Ended> outcomes(Turnover turnover, Locale locale) {
        return turnover.outcomes().keySet().stream()
                .sorted()
                .map(outcome -> new MonthReport.Ended(
                        services.title(turnover.service(), locale),
                        services.title(turnover.service(), outcome, locale),
                        turnover.outcomes().get(outcome)));
    }
}
