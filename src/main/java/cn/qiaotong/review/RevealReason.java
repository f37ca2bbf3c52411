package cn.qiaotong.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody looks at sensitive answers in full; the list is closed, so that the record can be counted. */
enum RevealReason {
    COMPARE,
    CONTACT,
    DECIDE,
    COMPLAINT;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RevealReason> of(String key) {
        return Arrays.stream(values())
                .filter(reason -> reason.key().equals(key))
                .findFirst();
    }
}
