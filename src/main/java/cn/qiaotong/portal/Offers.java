package cn.qiaotong.portal;

import cn.qiaotong.calendar.Term;
import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.portal.ServicePage.Condition;
import cn.qiaotong.portal.ServicePage.Promise;
import cn.qiaotong.portal.ServicePage.Required;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.web.NotFound;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The services on offer as their pages tell of them: nothing that is not in the folder or in today's policy. */
@Component
class Offers {

    private final PublicServices services;
    private final Conditions conditions;
    private final Organisations organisations;
    private final CheckContexts contexts;
    private final MessageSource texts;

    Offers(
            PublicServices services,
            Conditions conditions,
            Organisations organisations,
            CheckContexts contexts,
            MessageSource texts) {
        this.services = services;
        this.conditions = conditions;
        this.organisations = organisations;
        this.contexts = contexts;
        this.texts = texts;
    }

    List<ServicePage> all(Locale locale) {
        return services.all().stream().map(service -> page(service, locale)).toList();
    }

    ServicePage page(String key, Locale locale) {
        return page(service(key), locale);
    }

    PublicService service(String key) {
        return services.find(key).orElseThrow(NotFound::new);
    }

    private ServicePage page(PublicService service, Locale locale) {
        var words = service.words(locale);
        var policy = service.policy(contexts.today());
        return new ServicePage(
                service.key(),
                about(words),
                service.status(contexts.today()),
                service.offer(contexts.today()),
                policy.row("status"),
                promises(service, policy, locale),
                conditions(service, policy, words));
    }

    private static ServicePage.Words about(ServiceWords words) {
        return new ServicePage.Words(
                words.title(),
                words.text("summary"),
                words.text("who"),
                words.text("needs"),
                words.text("decider"),
                words.text("direct"));
    }

    private List<Promise> promises(PublicService service, PolicyValues policy, Locale locale) {
        return service.current().model().drawing(service.key()).stream()
                .flatMap(drawing -> drawing.nodes().stream())
                .filter(node -> node.kind().equals("userTask"))
                .flatMap(node -> promise(node, policy, service.words(locale), locale).stream())
                .toList();
    }

    private Optional<Promise> promise(Node step, PolicyValues policy, ServiceWords words, Locale locale) {
        return step.due()
                .flatMap(policy::row)
                .map(row -> new Promise(
                        words.text(step.id() + ".title"),
                        waitedFor(step, locale),
                        Term.parse(String.valueOf(row.value())),
                        row.demo()));
    }

    private String waitedFor(Node step, Locale locale) {
        var role = step.role().orElse("");
        if (role.startsWith("bank-")) {
            return texts.getMessage("portal.who.branch", null, locale);
        }
        return role.equals(Role.APPLICANT.key())
                ? texts.getMessage("portal.who.you", null, locale)
                : organisations.name(
                        step.property("organisation").map(Organisation::new).orElse(Organisation.DISTRICT), locale);
    }

    private List<Condition> conditions(PublicService service, PolicyValues policy, ServiceWords words) {
        return conditions.of(service, policy).entrySet().stream()
                .map(condition -> new Condition(
                        words.text("condition.%s.title".formatted(condition.getKey())),
                        words.text("condition.%s.text".formatted(condition.getKey())),
                        required(condition.getValue(), policy, words)))
                .toList();
    }

    private static List<Required> required(Collection<String> keys, PolicyValues policy, ServiceWords words) {
        var rows = keys.stream().map(policy::row).flatMap(Optional::stream).toList();
        return rows.stream()
                .map(row -> new Required(
                        rows.size() == 1 ? "" : words.find(row.key() + ".label").orElse(""),
                        amount(row),
                        row.unit(),
                        row))
                .toList();
    }

    /** The number that a row asks for; a yes, a no or a list is said by the condition's own text. */
    static Optional<String> amount(PolicyRow row) {
        return Stream.of(row.value())
                .filter(BigDecimal.class::isInstance)
                .map(number -> plain((BigDecimal) number))
                .findFirst();
    }

    /** A number with its thousands apart and no zeros after it. */
    static String plain(BigDecimal number) {
        return String.format(Locale.ROOT, "%,.10f", number)
                .replaceFirst("0+$", "")
                .replaceFirst("\\.$", "");
    }
}
