package cn.qiaotong.objection;

import cn.qiaotong.request.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an applicant is shown of the remedies of a closed request: which one fits, until when an objection is taken here, and
 * the one that was made.
 */
record ObjectionView(
        Request request, String service, String remedy, boolean taken, Optional<LocalDate> until, Optional<Made> made) {

    /** The objection, who answers it until when, and how it was answered. */
    record Made(Instant at, String by, Optional<LocalDate> until, Optional<Answer> answer) {}

    /** The outcome, what was told with it, and when. */
    record Answer(String outcome, List<String> told, Instant at) {}
}
