package cn.qiaotong.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Checked answers by field key, each of one type: text, exact number, date, moment, yes or no, list, map. Equal answers are
 * equal however they were typed, and JSON keeps every type.
 */
public final class Answers {

    private static final String NUMBER = "$number";
    private static final String DATE = "$date";
    private static final String MOMENT = "$moment";
    private static final String MAP = "$map";

    private final Map<String, Object> values;

    private Answers(Map<String, Object> values) {
        this.values = values;
    }

    public static Answers of(Map<String, Object> typed) {
        return new Answers(plain(typed));
    }

    public static Answers read(byte[] json) {
        return of(map(Json.read(json)));
    }

    public byte[] json() {
        return Json.write(tagged(values));
    }

    public Map<String, Object> values() {
        return values;
    }

    public Optional<Object> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The answer given in the control of that name, which may stand in an item of a list: {@code owners.0.name}. */
    public Optional<Object> at(String control) {
        var names = control.split("\\.", 3);
        return names.length == 3 && values.get(names[0]) instanceof List<?> items
                ? Optional.ofNullable(((Map<?, ?>) items.get(Integer.parseInt(names[1]))).get(names[2]))
                : get(control);
    }

    /** These answers, overridden by the other ones. */
    public Answers with(Answers other) {
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Answers(Collections.unmodifiableMap(all));
    }

    public Answers without(Set<String> keys) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(keys);
        return new Answers(Collections.unmodifiableMap(kept));
    }

    public Answers only(Set<String> keys) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(keys);
        return new Answers(Collections.unmodifiableMap(kept));
    }

    /** The keys whose answer differs, is new or is gone. */
    public Set<String> diff(Answers other) {
        var keys = new LinkedHashSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        keys.removeIf(key -> Objects.equals(values.get(key), other.values.get(key)));
        return keys;
    }

    private static Object canonical(Object value) {
        if (value instanceof BigDecimal number) {
            var stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        } else if (value instanceof List<?> list) {
            return list.stream().map(Answers::canonical).toList();
        } else if (value instanceof Map<?, ?> map) {
            return plain(map);
        } else if (value instanceof String
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof LocalDateTime) {
            return value;
        }
        throw new IllegalArgumentException(
                "A value of type %s is no answer.".formatted(value.getClass().getName()));
    }

    private static Map<String, Object> plain(Map<?, ?> map) {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> plain.put(key.toString(), canonical(value)));
        return Collections.unmodifiableMap(plain);
    }

    private static Object tagged(Object value) {
        if (value instanceof BigDecimal number) {
            return Map.of(NUMBER, number.toPlainString());
        } else if (value instanceof LocalDate date) {
            return Map.of(DATE, date.toString());
        } else if (value instanceof LocalDateTime moment) {
            return Map.of(MOMENT, moment.toString());
        } else if (value instanceof List<?> list) {
            return list.stream().map(Answers::tagged).toList();
        }
        return value instanceof Map<?, ?> map ? Map.of(MAP, tagged(map)) : value;
    }

    private static Map<String, Object> tagged(Map<?, ?> map) {
        var tagged = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> tagged.put(key.toString(), tagged(value)));
        return tagged;
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(each -> list.add(value(each)));
            return list;
        } else if (node.isObject()) {
            return untagged(node);
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    private static Object untagged(JsonNode node) {
        var tag = node.fieldNames().next();
        return switch (tag) {
            case NUMBER -> new BigDecimal(node.get(tag).textValue());
            case DATE -> LocalDate.parse(node.get(tag).textValue());
            case MOMENT -> LocalDateTime.parse(node.get(tag).textValue());
            case MAP -> map(node.get(tag));
            default -> throw new IllegalArgumentException("The tag %s is not known.".formatted(tag));
        };
    }

    private static Map<String, Object> map(JsonNode node) {
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answers answers && values.equals(answers.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Answers " + values.keySet();
    }
}
