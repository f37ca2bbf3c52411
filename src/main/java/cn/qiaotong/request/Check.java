package cn.qiaotong.request;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One condition of a service as it was checked: whether it is met, the answer it looked at and the policy row it rests on.
 * {@code UNKNOWN} goes to a person; no request is refused by a check (PIPL art. 24).
 */
public record Check(String condition, Met met, Optional<String> given, Optional<UUID> policyRow, String decidedBy) {

    private static final Set<String> DECIDERS = Set.of("desk", "bank", "authority");

    public Check {
        if (!DECIDERS.contains(decidedBy)) {
            throw new IllegalArgumentException(
                    "The condition %s is decided by %s; it can be %s.".formatted(condition, decidedBy, DECIDERS));
        }
    }

    /** Whether a condition is met. */
    public enum Met {
        YES,
        NO,
        UNKNOWN;

        static Met of(Object met) {
            return met instanceof Boolean known ? (known ? YES : NO) : UNKNOWN;
        }
    }

    /** Whether the desk, not a bank, judges this condition. */
    boolean ofDesk() {
        return decidedBy.equals("desk");
    }
}
