package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Organisation;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What was decided at one step, and for which organisation: by its staff, with notes that no applicant sees, or by the applicant. */
public record TaskDecision(
        String element,
        String role,
        Optional<Organisation> organisation,
        UUID account,
        Instant decidedAt,
        Answers answers) {}
