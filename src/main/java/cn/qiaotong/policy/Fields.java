package cn.qiaotong.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The named parts of one place in a policy file, each asked for by the type it must have. */
final class Fields {

    private final String file;
    private final String place;
    private final Map<String, Object> fields = new TreeMap<>();

    Fields(String file, String place, Object content) throws PolicyInvalid {
        this.file = file;
        this.place = place;
        if (!(content instanceof Map<?, ?> map)) {
            throw invalid("write it as named fields.");
        }
        map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    }

    Fields only(Set<String> known) throws PolicyInvalid {
        for (var field : fields.keySet()) {
            if (!known.contains(field)) {
                throw invalid("there is no field '%s'; the fields are %s."
                        .formatted(field, String.join(", ", new TreeSet<>(known))));
            }
        }
        return this;
    }

    Optional<Object> any(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    Optional<String> text(String field) throws PolicyInvalid {
        var found = any(field);
        if (found.isPresent() && !(found.get() instanceof String) && !(found.get() instanceof BigDecimal)) {
            throw invalid("write '%s' as text.".formatted(field));
        }
        return found.map(Object::toString).map(String::strip).filter(text -> !text.isEmpty());
    }

    String requiredText(String field, String fix) throws PolicyInvalid {
        var found = text(field);
        if (found.isEmpty()) {
            throw invalid(fix);
        }
        return found.get();
    }

    Optional<LocalDate> date(String field) throws PolicyInvalid {
        var found = any(field);
        if (found.isPresent() && !(found.get() instanceof LocalDate)) {
            var text = found.get() instanceof PlainYaml.NoDate none ? none.text() : found.get();
            throw invalid("'%s' is %s, which is no date; write it as 2026-02-26.".formatted(field, text));
        }
        return found.map(LocalDate.class::cast);
    }

    Map<String, Object> map(String field) throws PolicyInvalid {
        var found = any(field);
        return found.isEmpty() ? Map.of() : new Fields(file, "'" + field + "'", found.get()).fields;
    }

    List<?> list(String field) throws PolicyInvalid {
        var found = any(field).orElse(List.of());
        if (found instanceof List<?> list) {
            return list;
        }
        throw invalid("write '%s' as a list.".formatted(field));
    }

    PolicyInvalid invalid(String fix) {
        return new PolicyInvalid(file, place, fix);
    }
}
