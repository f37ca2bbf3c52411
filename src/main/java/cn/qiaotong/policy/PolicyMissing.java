package cn.qiaotong.policy;

import java.time.LocalDate;

/** A policy row that is needed is not in force on that day. */
public final class PolicyMissing extends RuntimeException {

    PolicyMissing(String key, LocalDate day) {
        super("No policy row '%s' is in force on %s.".formatted(key, day));
    }
}
