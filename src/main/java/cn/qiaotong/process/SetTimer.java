package cn.qiaotong.process;

import java.time.Instant;

/** A drawn timer that waits, and when it was set. */
public record SetTimer(RequestId request, String element, Instant since) {}
