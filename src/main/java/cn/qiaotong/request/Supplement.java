package cn.qiaotong.request;

import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One notice that lists everything missing at once, item by item with its reason (行政许可法 art. 32), and what came back.
 * Only the listed fields and what follows from their answers can be changed. It is sent when the applicant's time begins: at
 * once, or, where the same organisation has asked before, once a further person has allowed it on a stated ground; otherwise
 * it is withheld.
 */
public record Supplement(
        UUID id,
        Optional<Organisation> organisation,
        Optional<Ground> ground,
        Instant askedAt,
        int fromVersion,
        List<Item> items,
        Optional<Typed> typed,
        Optional<Instant> sentAt,
        Optional<Instant> withheldAt,
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
                organisation,
                ground,
                askedAt,
                fromVersion,
                items.stream().filter(item -> shown.contains(item.field())).toList(),
                Optional.empty(),
                sentAt,
                withheldAt,
                answeredAt,
                toVersion);
    }

    /** Whether the applicant has it and has not answered. */
    public boolean isOpen() {
        return sentAt.isPresent() && answeredAt.isEmpty();
    }

    public boolean isWithheld() {
        return withheldAt.isPresent();
    }
}
