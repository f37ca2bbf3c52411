package cn.qiaotong.portal;

import cn.qiaotong.calendar.Term;
import cn.qiaotong.catalog.Offer;
import cn.qiaotong.catalog.PolicyStatus;
import cn.qiaotong.policy.PolicyRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a service's page says, in the page's language and as policy stands today. */
record ServicePage(
        String key,
        Words words,
        PolicyStatus status,
        Offer offer,
        Optional<PolicyRow> statusRow,
        List<Promise> promises,
        List<Condition> conditions) {

    /** Whether a request can be begun here and now. */
    public boolean open() {
        return offer == Offer.APPLY;
    }

    /** The status as it stands in message keys: {@code pilot-elsewhere}. */
    public String statusKey() {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The folder's texts about the service itself. */
    record Words(String title, String summary, String who, String needs, String decider, String direct) {}

    /** A step of staff, who is waited for there, and the time promised for it. */
    record Promise(String step, String who, Term term, boolean demo) {

        public boolean workingDays() {
            return term.unit() == Term.Unit.WORKING_DAYS;
        }
    }

    /** A condition in force with what it rests on. */
    record Condition(String title, String text, List<Required> required) {}

    /** A value of policy that a condition asks for; without an amount where the condition's text says it all. */
    record Required(String label, Optional<String> amount, String unit, PolicyRow row) {}
}
