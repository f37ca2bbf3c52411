package cn.qiaotong.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a field whose condition depends on its own answer, directly or through others, its groups included. */
final class Circles {

    private final Map<String, Set<String>> reads = new HashMap<>();

    private Circles() {}

    static Optional<String> refuse(List<Field> content) {
        var circles = new Circles();
        content.forEach(field -> circles.note(field, Set.of()));
        return circles.reads.keySet().stream()
                .sorted()
                .filter(circles::comesBack)
                .findFirst();
    }

    private void note(Field field, Set<String> inherited) {
        var own = Stream.concat(field.hidden().stream(), field.source().stream())
                .flatMap(condition -> condition.names().stream())
                .map(name -> name.split("\\.")[0]);
        var all = Stream.concat(inherited.stream(), own).collect(Collectors.toSet());
        if (field.type() == FieldType.DYNAMICLIST) {
            Page.inputs(field.children().stream()).stream().map(Field::key).forEach(all::add);
        }
        if (field.type().answers()) {
            reads.put(field.key(), all);
        }
        var passedOn = Stream.concat(inherited.stream(), field.hidden().stream().flatMap(hide -> hide.names().stream()))
                .map(name -> name.split("\\.")[0])
                .collect(Collectors.toSet());
        field.children().forEach(child -> note(child, passedOn));
    }

    private boolean comesBack(String key) {
        var seen = new HashSet<String>();
        var next = Set.of(key);
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(each -> reads.getOrDefault(each, Set.of()).stream())
                    .collect(Collectors.toSet());
            if (next.contains(key)) {
                return true;
            }
            next.removeAll(seen);
            seen.addAll(next);
        }
        return false;
    }
}
