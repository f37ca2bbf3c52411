package cn.qiaotong.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Someone who is signed in. The account is what they signed in with, the human who they are: one human may hold several
 * accounts, and every rule that keeps two people apart compares humans.
 */
public record Person(
        UUID account,
        UUID human,
        String name,
        Optional<String> email,
        Optional<Organisation> organisation,
        Set<Role> roles,
        Optional<String> identifierIndex,
        Optional<Locale> language) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    public boolean sameHumanAs(UUID other) {
        return human.equals(other);
    }

    public boolean worksFor(Organisation other) {
        return isStaff() && organisation.filter(other::equals).isPresent();
    }

    /** Ids only: a person must not reach a log by being printed. */
    @Override
    public String toString() {
        return "Person[" + account + "]";
    }
}
