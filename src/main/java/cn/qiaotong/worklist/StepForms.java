package cn.qiaotong.worklist;

import cn.qiaotong.catalog.Organisations;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.Form;
import cn.qiaotong.party.Parties;
import cn.qiaotong.party.Party;
import cn.qiaotong.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The forms of a request's steps, as its own version has them, with the options that only the request can give. */
@Component
public class StepForms {

    /** The options of a field whose {@code valuesKey} says so: the branches that deal with the request. */
    public static final String BRANCHES = "branches";

    private final PublicServices services;
    private final Parties parties;
    private final Organisations organisations;

    StepForms(PublicServices services, Parties parties, Organisations organisations) {
        this.services = services;
        this.parties = parties;
        this.organisations = organisations;
    }

    /** The form to be filled now; none for an answer to a supplement notice. */
    public Optional<Form> find(Request request, String element, Locale locale) {
        return of(request, element, parties.branches(request.id()).stream(), locale);
    }

    /** The form as it was filled, whoever has left since. */
    public Optional<Form> filled(Request request, String element, Locale locale) {
        return of(request, element, parties.of(request.id()).stream().filter(Party::isBranch), locale);
    }

    private Optional<Form> of(Request request, String element, Stream<Party> branches, Locale locale) {
        return services.version(request.service(), request.deployment())
                .form(element)
                .map(form -> form.offering(Map.of(BRANCHES, options(branches, locale))));
    }

    private List<Field.Option> options(Stream<Party> branches, Locale locale) {
        return branches.map(Party::organisation)
                .map(branch -> new Field.Option(branch.key(), organisations.name(branch, locale)))
                .toList();
    }
}
