package cn.qiaotong.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

/**
 * Raw text exactly as typed, by the name of its control, several for a control that gives several. It survives being invalid,
 * so a draft never loses a keystroke. The items of a list are named {@code owners.0.name}, and {@code owners.0} says there is one.
 */
public final class Typed {

    static final int MOST_ITEMS = 50;

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
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeAll(names);
        return new Typed(kept);
    }

    /** How many items of a list were typed, in full or in part. */
    public int items(String list) {
        return IntStream.range(0, MOST_ITEMS + 1)
                .map(i -> MOST_ITEMS - i)
                .filter(i -> names().stream().anyMatch(name -> isOf(list, i, name)))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    Typed withItem(String list) {
        return with(list + "." + items(list), List.of("on"));
    }

    Typed withoutItem(String list, int item) {
        var kept = values.entrySet().stream()
                .filter(entry -> !isOf(list, item, entry.getKey()))
                .collect(Collectors.toMap(
                        entry -> closed(list, item).apply(entry.getKey()),
                        Map.Entry::getValue,
                        (a, b) -> a,
                        LinkedHashMap::new));
        return new Typed(kept);
    }

    private UnaryOperator<String> closed(String list, int gap) {
        return name -> IntStream.rangeClosed(gap + 1, MOST_ITEMS)
                .filter(i -> isOf(list, i, name))
                .mapToObj(i -> item(list, i - 1) + name.substring(item(list, i).length()))
                .findFirst()
                .orElse(name);
    }

    private static boolean isOf(String list, int item, String name) {
        var prefix = item(list, item);
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }

    private static String item(String list, int item) {
        return list + "." + item;
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
