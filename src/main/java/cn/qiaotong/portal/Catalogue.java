package cn.qiaotong.portal;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.ServiceWords;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.Language;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The banks' products that a service's folder lists, as far as they are in force today. They stand in the order of their
 * keys, which recommends none; a catalogue of which everything has expired is there and empty.
 */
@Component
class Catalogue {

    private static final String OPEN = "open";

    private final Policies policies;
    private final Organisations organisations;
    private final CheckContexts contexts;
    private final MessageSource texts;

    Catalogue(Policies policies, Organisations organisations, CheckContexts contexts, MessageSource texts) {
        this.policies = policies;
        this.organisations = organisations;
        this.contexts = contexts;
        this.texts = texts;
    }

    /** Nothing for a service whose folder has never listed a product. */
    Optional<List<Product>> of(PublicService service, Locale locale) {
        var today = contexts.today();
        var listed = policies.begun("product", today).stream()
                .filter(row -> row.service().equals(service.key()))
                .toList();
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(listed.stream()
                        .filter(row -> row.inForceOn(today))
                        .sorted(Comparator.comparing(PolicyRow::key))
                        .map(row -> product(row, service.words(locale), locale))
                        .toList());
    }

    private Product product(PolicyRow row, ServiceWords words, Locale locale) {
        var value = (Map<?, ?>) row.value();
        return new Product(
                row.texts().get(Language.of(locale).html()),
                organisations.name(new Organisation(text(value, "branch")), locale),
                text(value, "licence"),
                text(value, "risk"),
                PolicyRow.plain((BigDecimal) value.get("minimum")),
                text(value, "currency"),
                term(text(value, "term"), locale),
                ((List<?>) value.get("eligible"))
                        .stream()
                                .map("category.option.%s"::formatted)
                                .map(words::text)
                                .toList(),
                text(value, "phone"),
                row);
    }

    private String term(String term, Locale locale) {
        if (term.equals(OPEN)) {
            return texts.getMessage("portal.products.term.open", null, locale);
        }
        var words = term.split(" ");
        var unit = words[1].replaceFirst("s?$", "s");
        return texts.getMessage("portal.products.term." + unit, new Object[] {Integer.valueOf(words[0])}, locale);
    }

    private static String text(Map<?, ?> value, String name) {
        return String.valueOf(value.get(name)).strip();
    }

    /** A product as its bank states it, and the row that says so. */
    record Product(
            String name,
            String bank,
            String licence,
            String risk,
            String minimum,
            String currency,
            String term,
            List<String> who,
            String phone,
            PolicyRow row) {}
}
