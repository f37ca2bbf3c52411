package cn.qiaotong.grant;

import cn.qiaotong.catalog.ServiceVersion;
import java.util.Map;
import java.util.Optional;

/**
 * How a model says that its grants are worked out: the names of the list of vouchers and its columns, of the decision that
 * gives each voucher its rate, of the amount drawn, and of the rows that limit the whole.
 */
record Formula(Map<String, String> names) {

    /** The word whose inputs state the formula; the other words of a grant go by it. */
    static final String WORD = "calculate";

    /** The rows of parities are named by the currency after this; one that says so leaves the parity to the applicant. */
    static final String PARITY = "parity_";

    static final String TYPED = "typed";

    static Optional<Formula> of(ServiceVersion version) {
        return version.inputs(WORD).map(Formula::new);
    }

    String vouchers() {
        return names.get("vouchers");
    }

    String column(String input) {
        return names.get(input);
    }

    Optional<String> optional(String input) {
        return Optional.ofNullable(names.get(input));
    }

    String rate() {
        return names.get("rate");
    }

    String firm() {
        return names.get("firm");
    }

    /** The key of the row behind a cut for this reason, where policy limits it. */
    Optional<String> row(Cut.Reason reason) {
        return switch (reason) {
            case FLAT_SHARE -> optional("flat_share");
            case ONCE -> optional("once");
            case CAP, PAID_BEFORE -> optional("cap");
            case BUDGET -> optional("line");
            default -> Optional.empty();
        };
    }

    String line() {
        return names.get("line");
    }
}
