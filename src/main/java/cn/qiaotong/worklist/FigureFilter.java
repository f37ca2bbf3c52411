package cn.qiaotong.worklist;

import cn.qiaotong.identity.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which waits a figure is about: of one service or all, of some steps or all, of one organisation or all. The applicant
 * counts as an organisation, for their waits have none.
 */
public record FigureFilter(Optional<String> service, Set<String> elements, Optional<String> organisation) {

    static final String ORGANISATION = "coalesce(w.organisation, '%s')".formatted(Wait.APPLICANT);

    public FigureFilter {
        elements = Set.copyOf(elements);
    }

    public static FigureFilter none() {
        return new FigureFilter(Optional.empty(), Set.of(), Optional.empty());
    }

    Permission asPredicate() {
        var predicate = service.map(key -> new Permission("w.service = :service", Map.of("service", key)))
                .orElse(Permission.everyone());
        if (!elements.isEmpty()) {
            predicate = predicate.and(new Permission("w.element in (:elements)", Map.of("elements", elements)));
        }
        if (organisation.isPresent()) {
            predicate = predicate.and(
                    new Permission(ORGANISATION + " = :organisation", Map.of("organisation", organisation.get())));
        }
        return predicate;
    }
}
