package cn.qiaotong.publicity;

import java.time.Instant;

/** What somebody of the public said against a notice, and, if they wished, how to reach them. */
record Objection(Instant madeAt, String reason, String contact) {}
