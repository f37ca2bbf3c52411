package cn.qiaotong.catalog;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.Language;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The names of the organisations that deal with requests. Offices are renamed, so names are dated policy data. */
@Component
public class Organisations {

    private final Policies policies;
    private final CheckContexts contexts;

    Organisations(Policies policies, CheckContexts contexts) {
        this.policies = policies;
        this.contexts = contexts;
    }

    /** The name in a page's language; the key of an organisation that policy does not name today. */
    public String name(Organisation organisation, Locale locale) {
        return rows().stream()
                .filter(row -> row.key().equals(organisation.key()))
                .findFirst()
                .map(row -> row.texts().get(Language.of(locale).html()))
                .orElse(organisation.key());
    }

    public List<Organisation> all() {
        return rows().stream().map(row -> new Organisation(row.key())).toList();
    }

    private List<PolicyRow> rows() {
        return policies.on(ServiceFolder.SHARED, contexts.today()).list("organisation");
    }
}
