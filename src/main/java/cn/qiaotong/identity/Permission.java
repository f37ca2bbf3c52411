package cn.qiaotong.identity;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who may see which rows, as a SQL predicate with named parameters. Lists and single objects are read through the same
 * predicate, so that what is not listed does not exist either.
 */
public record Permission(String predicate, Map<String, ?> values) {

    public Permission {
        values = Map.copyOf(values);
    }

    public static Permission nobody() {
        return new Permission("1 = 0", Map.of());
    }

    public static Permission everyone() {
        return new Permission("1 = 1", Map.of());
    }

    /** Both must hold; the same parameter name with two values is a mistake of the caller. */
    public Permission and(Permission other) {
        var both = new LinkedHashMap<String, Object>(values);
        other.values.forEach((name, value) -> {
            var before = both.put(name, value);
            if (before != null && !before.equals(value)) {
                throw new IllegalArgumentException("Two values for the parameter " + name);
            }
        });
        return new Permission("(%s) and (%s)".formatted(predicate, other.predicate), both);
    }
}
