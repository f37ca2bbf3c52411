package cn.qiaotong.worklist;

import cn.qiaotong.identity.Permission;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.RequestPermission;
import java.util.List;
import java.util.Map;

/**
 * Who may take which wait, as a predicate over {@code waits w join request r}. The role comes from the model, the
 * organisation from the request's row, never from anything a person typed. Four eyes are of two humans: whoever closed a
 * step of a request in one role takes no step of it in another, through whichever account; and no other step at all where
 * the model wants somebody uninvolved.
 */
final class WaitPermission {

    private WaitPermission() {}

    static Permission of(Person person) {
        if (person.organisation().isEmpty() || person.roles().isEmpty()) {
            return Permission.nobody();
        }
        return RequestPermission.asStaff(person)
                .and(new Permission(
                        "w.organisation = :organisation and w.role in (:roles)",
                        Map.of("organisation", person.organisation().get().key(), "roles", roles(person))))
                .and(new Permission(
                        "not exists (select 1 from waits d where d.request = w.request and d.completed"
                                + " and d.closed_human = :human and (d.role <> w.role or w.uninvolved and d.element <> w.element))",
                        Map.of("human", person.human())));
    }

    /** The waits of the person's own organisation, for telling its people who among them was faster. */
    static Permission ofOrganisation(Person person) {
        return person.organisation()
                .map(organisation -> RequestPermission.asStaff(person)
                        .and(new Permission(
                                "w.organisation = :organisation", Map.of("organisation", organisation.key()))))
                .orElse(Permission.nobody());
    }

    private static List<String> roles(Person person) {
        return person.roles().stream().map(Role::key).sorted().toList();
    }
}
