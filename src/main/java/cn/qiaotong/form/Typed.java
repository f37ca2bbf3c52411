package cn.qiaotong.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * Raw text exactly as typed, by the name of its control, several for a control that gives several. It survives being invalid,
 * so a draft never loses a keystroke. The items of a list are named {@code owners.0.name}, and {@code owners.0} says there is one.
 */
public final class Typed {

    /** The most items that any list may have. */
    static final int MOST_ITEMS = 200;

    private static final Pattern ITEM = Pattern.compile("0|[1-9]\\d{0,2}");
    private static final Typed NOTHING = new Typed(Map.of());

    private final Map<String, List<String>> values;

    private Typed(Map<String, List<String>> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    public static Typed nothing() {
        return NOTHING;
    }

    public static Typed of(MultiValueMap<String, String> posted) {
        var values = new LinkedHashMap<String, List<String>>();
        posted.forEach((name, each) ->
                values.put(name, each.stream().map(Typed::wellFormed).toList()));
        return new Typed(values);
    }

    private static String wellFormed(String text) {
        return text == null ? "" : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    public static Typed read(byte[] json) {
        var values = new LinkedHashMap<String, List<String>>();
        Json.read(json).properties().forEach(entry -> {
            var list = new ArrayList<String>();
            entry.getValue().forEach(each -> list.add(each.textValue()));
            values.put(entry.getKey(), List.copyOf(list));
        });
        return new Typed(values);
    }

    public byte[] json() {
        return Json.write(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    /** This, with the other's controls instead of its own where both have one. */
    public Typed with(Typed other) {
        var all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Typed(all);
    }

    public Typed with(String name, Collection<String> texts) {
        var all = new LinkedHashMap<>(values);
        all.put(name, List.copyOf(texts));
        return new Typed(all);
    }

    /** This, with one more file stored for a file picker. */
    public Typed attach(String name, String documentId) {
        var files = new ArrayList<>(all(name));
        files.add(documentId);
        return with(name, files);
    }

    public Typed detach(String name, String documentId) {
        return with(
                name, all(name).stream().filter(id -> !id.equals(documentId)).toList());
    }

    Typed without(Collection<String> names) {
        return only(name -> !names.contains(name));
    }

    Typed only(Predicate<String> names) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(names.negate());
        return new Typed(kept);
    }

    /** How many items of a list were typed, in full or in part. */
    public int items(String list) {
        return names().stream().mapToInt(name -> item(list, name) + 1).max().orElse(0);
    }

    /** The item that a control of this list belongs to, and -1 for any other name. */
    static int item(String list, String name) {
        var at = list.length() + 1;
        if (name.length() <= at || !name.startsWith(list) || name.charAt(list.length()) != '.') {
            return -1;
        }
        var end = name.indexOf('.', at);
        var number = name.substring(at, end < 0 ? name.length() : end);
        return ITEM.matcher(number).matches() ? Math.min(Integer.parseInt(number), MOST_ITEMS) : -1;
    }

    Typed withItem(String list) {
        return with(list + "." + items(list), List.of("on"));
    }

    Typed withoutItem(String list, int item) {
        var kept = new LinkedHashMap<String, List<String>>();
        values.forEach((name, texts) -> {
            var place = item(list, name);
            if (place != item) {
                kept.put(place > item ? moved(list, place, name) : name, texts);
            }
        });
        return new Typed(kept);
    }

    private static String moved(String list, int item, String name) {
        return "%s.%d%s"
                .formatted(
                        list,
                        item - 1,
                        name.substring("%s.%d".formatted(list, item).length()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Typed typed && values.equals(typed.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "Typed " + values.keySet();
    }
}
