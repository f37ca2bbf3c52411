package cn.qiaotong.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why somebody may be asked a second time by the same organisation, although the first notice listed everything that was
 * missing (行政许可法 art. 32): a fact that could not be known then, or an answer that does not do.
 */
public enum Ground {
    NEW_FACT,
    INSUFFICIENT;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Ground> of(String key) {
        return Arrays.stream(values())
                .filter(ground -> ground.key().equals(key))
                .findFirst();
    }
}
