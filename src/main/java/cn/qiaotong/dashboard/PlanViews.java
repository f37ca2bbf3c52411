package cn.qiaotong.dashboard;

import cn.qiaotong.catalog.PublicServices;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows where the plan stands, with the services on offer that carry each initiative out. */
@Component
class PlanViews {

    private final Plans plans;
    private final PublicServices services;

    PlanViews(Plans plans, PublicServices services) {
        this.plans = plans;
        this.services = services;
    }

    PlanView of(Locale locale) {
        var plan = plans.current();
        return new PlanView(
                plan.title(locale),
                plan.initiatives().size(),
                Stream.of(Initiative.Status.values())
                        .map(status -> group(status, plan.initiatives(), locale))
                        .filter(group -> !group.rows().isEmpty())
                        .toList());
    }

    private PlanView.Group group(Initiative.Status status, List<Initiative> all, Locale locale) {
        return new PlanView.Group(
                status,
                all.stream()
                        .filter(initiative -> initiative.standing().value() == status)
                        .map(initiative -> new PlanView.Row(
                                initiative,
                                initiative.services().stream()
                                        .map(key -> carrier(key, locale))
                                        .toList()))
                        .toList());
    }

    private PlanView.Carrier carrier(String key, Locale locale) {
        return new PlanView.Carrier(
                services.title(key, locale),
                services.find(key).map(found -> "/services/" + found.key()).orElse(""));
    }
}
