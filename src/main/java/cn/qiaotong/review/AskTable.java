package cn.qiaotong.review;

import java.util.List;

/**
 * The things that the applicant can be asked for, in the reader's language and in the applicant's, and the notice as the
 * applicant will read it.
 */
record AskTable(String language, boolean sameLanguage, List<Line> lines, Notice notice) {

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
    record Notice(String heading, String intro, List<Line> items) {}

    public boolean open() {
        return lines.stream().anyMatch(line -> line.ticked() || line.failed());
    }
}
