package cn.qiaotong.objection;

import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.party.Parties;
import cn.qiaotong.request.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which remedy fits the outcome of a request, by the end that its own model reached. Nobody is sent to a branch that reads
 * the request no more, nor to one of several.
 */
@Component
class Remedies {

    private static final String PROPERTY = "remedy";
    private static final String BANK = "bank";

    private final PublicServices services;
    private final Parties parties;

    Remedies(PublicServices services, Parties parties) {
        this.services = services;
        this.parties = parties;
    }

    /** The word for it in the keys of texts: {@code district}, {@code bank}, {@code bank-left}, {@code authority}, {@code none}. */
    String of(Request request) {
        var remedy = decidedBy(request).orElse("none");
        return remedy.equals(BANK) && branch(request).isEmpty() ? "bank-left" : remedy;
    }

    Organisation answering(Request request) {
        return branch(request).orElse(Organisation.DISTRICT);
    }

    private Optional<Organisation> branch(Request request) {
        var branches = parties.branches(request.id());
        return decidedBy(request).filter(BANK::equals).isPresent() && branches.size() == 1
                ? Optional.of(branches.get(0).organisation())
                : Optional.empty();
    }

    private Optional<String> decidedBy(Request request) {
        return services.version(request.service(), request.deployment())
                .model()
                .drawing(request.service())
                .flatMap(drawing -> request.outcome().flatMap(drawing::node))
                .flatMap(end -> end.property(PROPERTY));
    }
}
