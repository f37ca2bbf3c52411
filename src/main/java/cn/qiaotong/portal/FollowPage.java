package cn.qiaotong.portal;

import cn.qiaotong.consent.Consent;
import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.AnswersView.Row;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.request.Check.Met;
import cn.qiaotong.request.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A request as its owner follows it: where it is, who has it and until when, what happened and what came of it. It holds
 * organisations and never people, and nothing that staff wrote for each other.
 */
record FollowPage(
        Request request,
        String service,
        Now now,
        Optional<Result> result,
        List<Branch> branches,
        List<Step> steps,
        List<Checked> checks,
        List<Agreed> consents,
        AnswersView answers) {

    /**
     * Where the request is: the headline, who has it, where the applicant goes on if it is theirs, and the last day; or what
     * it waits for while nobody has it.
     */
    record Now(
            String headline, String who, Optional<String> yours, Optional<LocalDate> until, Optional<String> standing) {

        static Now of(String headline) {
            return new Now(headline, "", Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** How it ended, with the reason that may be told. */
    record Result(String title, String text, Optional<String> told, Instant at) {}

    /** One of the branches that were asked, and what it has answered, with the reason that may be told. */
    record Branch(String name, String answer, Optional<String> reason, Optional<Instant> at, boolean waitedFor) {}

    /** One thing that happened, or that is happening; until when and with whom the page says once, in {@link Now}. */
    record Step(
            String title,
            String who,
            Instant from,
            Optional<Instant> finished,
            List<Asked> asked,
            Optional<AnswersView> given,
            boolean current) {}

    /** One item of a supplement notice with the reason. */
    record Asked(String field, String label, String reason) {}

    /** One consent in the words that were read, and whether and with which effect it can be taken back. */
    record Agreed(Consent consent, String effect) {}

    /** One condition as it was checked; the row shows what the applicant said to it. */
    record Checked(
            String title, Met met, String decidedBy, Optional<Row> given, Optional<PolicyRow> policy, String required) {

        public String verdict() {
            return met == Met.UNKNOWN && !decidedBy.equals("desk")
                    ? decidedBy
                    : met.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
