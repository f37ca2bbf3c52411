package cn.qiaotong.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What Keycloak said about a person at one sign-in. Roles that contradict the organisation are left out, so that a mistake
 * in Keycloak takes access away and never gives it.
 */
public record SignIn(
        String subject,
        String name,
        Optional<String> email,
        Set<Role> roles,
        Optional<Organisation> organisation,
        Optional<Locale> language) {

    private static final Set<Role> NEVER_TOGETHER = Set.of(Role.ADMINISTRATOR, Role.AUDITOR);

    public SignIn {
        roles = Set.copyOf(roles);
    }

    /** From role names and group paths as they stand in the token; unknown names are ignored. */
    public static SignIn of(
            String subject,
            String name,
            Optional<String> email,
            Collection<String> roles,
            Collection<String> groups,
            Optional<Locale> language) {
        var organisation = Organisation.among(groups);
        Set<Role> held = roles.stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .filter(role -> role.fits(organisation))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        if (held.containsAll(NEVER_TOGETHER)) {
            held.removeAll(NEVER_TOGETHER);
        }
        return new SignIn(subject, name, email, held, organisation, language);
    }
}
