package cn.qiaotong.request;

import cn.qiaotong.form.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One notice that lists everything missing at once, item by item with its reason (行政许可法 art. 32), and what came back.
 * Only the listed fields can be changed.
 */
public record Supplement(
        UUID id,
        Instant askedAt,
        int fromVersion,
        List<Item> items,
        Optional<Typed> typed,
        Optional<Instant> answeredAt,
        Optional<Integer> toVersion) {

    /** A field to supply again and the reason why, as the applicant reads it. */
    public record Item(String field, String reason) {}

    public Set<String> fields() {
        return items.stream().map(Item::field).collect(Collectors.toSet());
    }

    /** The notice as somebody reads it who may read these fields only. */
    Supplement only(Set<String> shown) {
        return new Supplement(
                id,
                askedAt,
                fromVersion,
                items.stream().filter(item -> shown.contains(item.field())).toList(),
                Optional.empty(),
                answeredAt,
                toVersion);
    }

    public boolean isOpen() {
        return answeredAt.isEmpty();
    }
}
