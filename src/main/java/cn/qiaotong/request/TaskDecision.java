package cn.qiaotong.request;

import cn.qiaotong.form.Answers;
import java.time.Instant;
import java.util.UUID;

/** What a member of staff decided at one step, with the internal notes that no applicant sees. */
public record TaskDecision(String element, String role, UUID account, Instant decidedAt, Answers answers) {}
