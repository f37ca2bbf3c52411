package cn.qiaotong.review;

import cn.qiaotong.request.Ground;
import java.util.List;
import java.util.Optional;

/**
 * The things that the applicant can be asked for, in the reader's language and in the applicant's, and the notice as the
 * applicant will read it.
 */
record AskTable(String language, boolean sameLanguage, Again again, List<Line> lines, Notice notice) {

    /** Whether this would be a second notice, on which ground, and whether one is missing. */
    record Again(boolean wanted, Optional<Ground> ground, boolean failed) {

        public List<Ground> grounds() {
            return List.of(Ground.values());
        }
    }

    /** One field: its names in the two languages, whether it is ticked, and the reason typed. */
    record Line(String field, String label, String applicantLabel, boolean ticked, String reason, boolean failed) {

        public String tickId() {
            return "ask-" + field;
        }

        public String reasonId() {
            return "reason-" + field;
        }
    }

    /** The notice in the applicant's language. */
    record Notice(String heading, String intro, Optional<String> ground, List<Line> items) {}

    public boolean open() {
        return again.failed() || lines.stream().anyMatch(line -> line.ticked() || line.failed());
    }
}
