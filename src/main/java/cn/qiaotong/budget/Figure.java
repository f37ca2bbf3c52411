package cn.qiaotong.budget;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The numbers of a line. Each is the sum of the entries that move it. */
public enum Figure {
    PROVIDED,
    RESERVED,
    SPENT,
    RETURNED,
    FREE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Figure> of(String key) {
        return Arrays.stream(values())
                .filter(figure -> figure.key().equals(key))
                .findFirst();
    }

    /** What moves it, up or down. */
    public List<Movement> movements() {
        return Arrays.stream(Movement.values())
                .filter(movement -> movement.effect(this) != 0)
                .toList();
    }
}
