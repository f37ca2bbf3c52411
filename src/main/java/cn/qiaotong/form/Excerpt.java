package cn.qiaotong.form;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Parts of a form as forms of their own: what a supplement asks for again, and what follows from it. */
record Excerpt(Form form) {

    Form of(Set<String> keys) {
        return reduced(withItems(keys), Set.of());
    }

    Form following(Set<String> asked, Set<String> closed) {
        var following = new LinkedHashSet<String>();
        var kept = withItems(asked);
        while (true) {
            var next = form.fields().stream()
                    .filter(form::isOutsideLists)
                    .filter(field -> !kept.contains(field.key()) && !closed.contains(field.key()))
                    .filter(field -> follows(kept, field))
                    .map(Field::key)
                    .toList();
            if (next.isEmpty()) {
                return reduced(kept, following);
            }
            following.addAll(withItems(next));
            kept.addAll(following);
        }
    }

    private boolean follows(Set<String> kept, Field field) {
        return field.evidenceOf().filter(kept::contains).isPresent()
                || Stream.iterate(Optional.of(field), Optional::isPresent, each -> each.flatMap(form::parent))
                        .flatMap(Optional::stream)
                        .flatMap(each -> Stream.concat(each.hidden().stream(), each.source().stream()))
                        .flatMap(condition -> condition.names().stream())
                        .anyMatch(name -> kept.contains(root(name)));
    }

    private Set<String> withItems(Collection<String> keys) {
        var kept = new LinkedHashSet<>(keys);
        keys.stream()
                .flatMap(key -> form.field(key).stream())
                .flatMap(Field::tree)
                .map(Field::key)
                .forEach(kept::add);
        return kept;
    }

    private Form reduced(Set<String> kept, Set<String> whole) {
        return new Form(form.id(), reduced(form.content(), kept, whole));
    }

    private static List<Field> reduced(List<Field> content, Set<String> kept, Set<String> whole) {
        return content.stream()
                .filter(field -> answering(field, kept).findAny().isPresent())
                .map(field -> field.holding(
                        reduced(field.children(), kept, whole),
                        field.hidden()
                                .filter(condition -> answering(field, kept).allMatch(each -> whole.contains(each.key()))
                                        || condition.names().stream().allMatch(name -> kept.contains(root(name))))))
                .toList();
    }

    /** The kept fields with an answer in an element; where all of them keep their conditions, it keeps its own. */
    private static Stream<Field> answering(Field element, Set<String> kept) {
        return element.tree().filter(each -> each.type().answers() && kept.contains(each.key()));
    }

    private static String root(String name) {
        return name.split("\\.")[0];
    }
}
