package cn.qiaotong.review;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import java.text.Collator;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a person's worklist into the words of their page. */
@Component
class WorklistViews {

    private static final int LINES = 50;

    private final Waits waits;
    private final PublicServices services;
    private final People people;
    private final DueTimes dueTimes;
    private final Clock clock;

    WorklistViews(Waits waits, PublicServices services, People people, DueTimes dueTimes, Clock clock) {
        this.waits = waits;
        this.services = services;
        this.people = people;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    WorklistView of(Person person, WorklistQuery query, Locale locale) {
        var filter = query.filter(person, clock.instant());
        var page = waits.of(person, filter, query.position(), LINES);
        var names = new HashMap<UUID, String>();
        return new WorklistView(
                query,
                page.waits().stream().map(wait -> line(wait, names, locale)).toList(),
                waits.count(person, filter),
                page.next().map(query::at).orElse(""),
                offered(locale),
                steps(person, query.service(), locale));
    }

    /** The most urgent task that the person may take. */
    Optional<WorklistLine> mostUrgent(Person person, Locale locale) {
        return waits.of(person, WaitFilter.none(), Optional.empty(), 1).waits().stream()
                .findFirst()
                .map(wait -> line(wait, new HashMap<>(), locale));
    }

    private WorklistLine line(Wait wait, Map<UUID, String> names, Locale locale) {
        return new WorklistLine(
                wait.receipt(),
                "/review/%s/%s".formatted(wait.publicId(), wait.element()),
                services.title(wait.service(), locale),
                services.title(wait.service(), wait.element(), locale),
                dueTimes.of(wait.due()),
                wait.holder()
                        .map(holder -> names.computeIfAbsent(
                                holder, account -> people.byAccount(account).name()))
                        .orElse(""),
                wait.openedAt());
    }

    private Map<String, String> offered(Locale locale) {
        return byName(services.all().stream().map(PublicService::key), key -> services.title(key, locale), locale);
    }

    private Map<String, String> steps(Person person, String only, Locale locale) {
        var named = new HashMap<String, String>();
        services.all().stream()
                .filter(service -> only.isEmpty() || service.key().equals(only))
                .forEach(service -> service.current().model().drawings().stream()
                        .flatMap(drawing -> drawing.nodes().stream())
                        .filter(node -> isFor(person, node))
                        .forEach(node ->
                                named.putIfAbsent(node.id(), services.title(service.key(), node.id(), locale))));
        return byName(named.keySet().stream(), named::get, locale);
    }

    private static boolean isFor(Person person, Node node) {
        return node.role().flatMap(Role::of).filter(person::has).isPresent();
    }

    private static Map<String, String> byName(
            Stream<String> keys, java.util.function.UnaryOperator<String> name, Locale locale) {
        var sorted = new LinkedHashMap<String, String>();
        keys.sorted(Comparator.comparing(name, Collator.getInstance(locale)))
                .forEach(key -> sorted.put(key, name.apply(key)));
        return sorted;
    }
}
