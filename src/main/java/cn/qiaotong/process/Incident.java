package cn.qiaotong.process;

import java.time.Instant;

/**
 * Work that failed as often as it may and now waits for an administrator. The code is the class name of what went wrong:
 * messages can quote what people wrote, so the engine never stores them.
 */
public record Incident(String id, RequestId request, String processKey, String element, String code, Instant since) {}
