package cn.qiaotong.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who a member of staff acts for: the district, or one bank branch. It comes from a Keycloak group and from nowhere else. */
public record Organisation(String key) {

    /** The district finance office. */
    public static final Organisation DISTRICT = new Organisation("district");

    private static final Pattern GROUP = Pattern.compile("/organisations/([a-z0-9][a-z0-9-]{0,63})");

    public boolean isDistrict() {
        return equals(DISTRICT);
    }

    /** The one organisation among these group paths; a person of two organisations is nobody we can place. */
    static Optional<Organisation> among(Collection<String> groups) {
        List<Organisation> found = groups.stream()
                .map(GROUP::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(group -> new Organisation(group.group(1)))
                .distinct()
                .toList();
        if (found.size() > 1) {
            throw SignInRefused.severalOrganisations();
        }
        return found.stream().findFirst();
    }
}
