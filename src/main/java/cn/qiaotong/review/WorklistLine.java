package cn.qiaotong.review;

import java.time.Instant;

/** A wait as a line of the worklist, in words. The holder is empty while nobody has taken it. */
record WorklistLine(
        String receipt, String href, String service, String step, DueTime due, String holder, Instant openedAt) {}
