package cn.qiaotong.notification;

import java.util.Arrays;
import java.util.Locale;

/** What people are told of. A notice with legal effect keeps its words as they were sent, in the language they were sent in. */
enum Occasion {
    REQUEST_SUBMITTED(true, false),
    SUPPLEMENT_ASKED(true, true),
    SUPPLEMENT_REMINDED(true, false),
    COUNTED_COMPLETE(true, true),
    STEP_ASKED(true, false),
    STEP_REMINDED(true, false),
    REQUEST_REFERRED(true, false),
    REQUEST_CLOSED(true, true),
    OBJECTION_MADE(false, false),
    OBJECTION_RECEIVED(true, true),
    OBJECTION_ANSWERED(true, true),
    WAIT_ASSIGNED(false, false),
    WAIT_REMINDED(false, false),
    WAIT_OVERDUE(false, false),
    STATUS_CHANGED(false, false),
    RULES_CHANGED(false, false);

    private final boolean toApplicant;
    private final boolean legal;

    Occasion(boolean toApplicant, boolean legal) {
        this.toApplicant = toApplicant;
        this.legal = legal;
    }

    /** As it stands in the tables and in message keys: {@code request-closed}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Occasion of(String code) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No occasion '%s'".formatted(code)));
    }

    boolean toApplicant() {
        return toApplicant;
    }

    boolean legal() {
        return legal;
    }
}
