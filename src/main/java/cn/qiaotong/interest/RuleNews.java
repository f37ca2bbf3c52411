package cn.qiaotong.interest;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.policy.PolicyChanged;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns a change of rules into word about each service that it touches; shared rules touch every service. */
@Component
class RuleNews {

    private static final String STATUS = "status";

    private final PublicServices services;
    private final ApplicationEventPublisher events;

    RuleNews(PublicServices services, ApplicationEventPublisher events) {
        this.services = services;
        this.events = events;
    }

    @EventListener
    void on(PolicyChanged changed) {
        touched(changed)
                .map(PublicService::key)
                .map(service ->
                        new InterestTold(changed.id(), service, changed.keys().contains(STATUS), changed.from()))
                .forEach(events::publishEvent);
    }

    private Stream<PublicService> touched(PolicyChanged changed) {
        return changed.shared() ? services.all().stream() : services.find(changed.service()).stream();
    }
}
