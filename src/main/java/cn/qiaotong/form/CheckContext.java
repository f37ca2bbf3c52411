package cn.qiaotong.form;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What a form is checked against besides itself: the day, more values its conditions may read, and the cross checks by name. */
public record CheckContext(LocalDate today, Map<String, Object> extra, Map<String, CrossCheck> crossChecks) {

    public CheckContext {
        extra = Collections.unmodifiableMap(new HashMap<>(extra));
        crossChecks = Map.copyOf(crossChecks);
    }

    public CheckContext(LocalDate today, Map<String, Object> extra) {
        this(today, extra, Map.of());
    }

    Object value(String name) {
        return name.equals("today") ? today : extra.get(name);
    }

    CrossCheck crossCheck(String name) {
        if (!crossChecks.containsKey(name)) {
            throw new IllegalStateException("There is no cross check named %s.".formatted(name));
        }
        return crossChecks.get(name);
    }
}
