package cn.qiaotong.review;

import cn.qiaotong.identity.Person;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.WaitPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/** What a worklist's address asks for. Each part that narrows it is a tag with the address that leaves it out. */
record WorklistQuery(String service, String step, boolean mine, boolean free, boolean overdue, String after) {

    WorklistQuery {
        service = service == null ? "" : service;
        step = step == null ? "" : step;
        after = after == null ? "" : after;
    }

    WaitFilter filter(Person person, Instant now) {
        return new WaitFilter(
                Optional.of(service).filter(key -> !key.isEmpty()),
                Optional.of(step).filter(key -> !key.isEmpty()),
                mine ? Optional.of(person.account()) : Optional.empty(),
                free,
                overdue ? Optional.of(now) : Optional.empty());
    }

    Optional<WaitPage.Position> position() {
        return WaitPage.Position.parse(after);
    }

    String at(WaitPage.Position position) {
        return address(new WorklistQuery(service, step, mine, free, overdue, position.format()));
    }

    public String first() {
        return address(new WorklistQuery(service, step, mine, free, overdue, ""));
    }

    public List<Tag> tags() {
        var tags = new ArrayList<Tag>();
        if (!service.isEmpty()) {
            tags.add(new Tag("service", address(new WorklistQuery("", step, mine, free, overdue, ""))));
        }
        if (!step.isEmpty()) {
            tags.add(new Tag("step", address(new WorklistQuery(service, "", mine, free, overdue, ""))));
        }
        if (mine) {
            tags.add(new Tag("mine", address(new WorklistQuery(service, step, false, free, overdue, ""))));
        }
        if (free) {
            tags.add(new Tag("free", address(new WorklistQuery(service, step, mine, false, overdue, ""))));
        }
        if (overdue) {
            tags.add(new Tag("overdue", address(new WorklistQuery(service, step, mine, free, false, ""))));
        }
        return tags;
    }

    private static String address(WorklistQuery query) {
        var address = UriComponentsBuilder.fromPath("/review");
        add(address, "service", query.service);
        add(address, "step", query.step);
        add(address, "mine", query.mine ? "1" : "");
        add(address, "free", query.free ? "1" : "");
        add(address, "overdue", query.overdue ? "1" : "");
        add(address, "after", query.after);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, String value) {
        if (!value.isEmpty()) {
            address.queryParam(name, value.replace("{", "%7B"));
        }
    }

    /** One narrowing, and the address of the list without it. */
    record Tag(String kind, String without) {}
}
