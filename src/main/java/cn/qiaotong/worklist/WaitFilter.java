package cn.qiaotong.worklist;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Permission;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a worklist is narrowed to; every part of it stands in the page's address. */
public record WaitFilter(
        Optional<String> service,
        Optional<String> element,
        Optional<UUID> holder,
        boolean unheld,
        Optional<Instant> overdueAt) {

    public static WaitFilter none() {
        return new WaitFilter(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    Permission asPredicate() {
        var predicate = service.map(key -> new Permission("w.service = :service", Map.of("service", key)))
                .orElse(Permission.everyone());
        if (element.isPresent()) {
            predicate = predicate.and(new Permission("w.element = :element", Map.of("element", element.get())));
        }
        if (holder.isPresent()) {
            predicate = predicate.and(new Permission("w.holder = :holder", Map.of("holder", holder.get())));
        }
        if (unheld) {
            predicate = predicate.and(new Permission("w.holder is null", Map.of()));
        }
        if (overdueAt.isPresent()) {
            predicate = predicate.and(
                    new Permission("w.due_sort <= :overdueAt", Map.of("overdueAt", Moments.at(overdueAt.get()))));
        }
        return predicate;
    }
}
