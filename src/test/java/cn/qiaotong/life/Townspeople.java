package cn.qiaotong.life;

import cn.qiaotong.Acts;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.identity.SignIn;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who lives the life: the people whom a visitor can sign in as, and applicants beside them. A step is taken by one of them who
 * may take it, as the worklist says; nobody is made up for a step.
 */
final class Townspeople implements Acts.Cast {

    private static final int KNOWN_ONE_IN = 6;

    private final People people;
    private final Waits waits;
    private final Random chance;
    private final List<SignIn> known;
    private final Map<String, Person> signedIn = new HashMap<>();

    Townspeople(People people, Waits waits, Collection<SignIn> known, Random chance) {
        this.people = people;
        this.waits = waits;
        this.known = List.copyOf(known);
        this.chance = chance;
    }

    /** Everybody has been here once before it begins. */
    void arrive() {
        known.forEach(this::person);
    }

    Person person(Persona applicant) {
        return person(applicant.signIn());
    }

    private Person person(SignIn facts) {
        return signedIn.computeIfAbsent(facts.subject(), subject -> people.signedIn(facts));
    }

    List<Person> everybody() {
        return List.copyOf(signedIn.values());
    }

    List<Persona> knownApplicants() {
        return known.stream()
                .filter(one -> one.roles().contains(Role.APPLICANT))
                .map(Persona::new)
                .toList();
    }

    /** The organisations in which every role that somebody holds in this one is held as well. */
    List<String> like(String organisation) {
        var needed = rolesIn(organisation);
        return known.stream()
                .flatMap(one -> one.organisation().stream())
                .map(Organisation::key)
                .distinct()
                .filter(key -> !needed.isEmpty() && rolesIn(key).containsAll(needed))
                .sorted()
                .toList();
    }

    private Set<Role> rolesIn(String organisation) {
        return known.stream()
                .filter(one -> one.organisation()
                        .filter(of -> of.key().equals(organisation))
                        .isPresent())
                .flatMap(one -> one.roles().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Person taking(Wait open, Acts acts) {
        var takers = open.holder().map(people::byAccount).map(List::of).orElseGet(() -> takers(open));
        if (takers.isEmpty()) {
            throw new IllegalStateException(
                    "nobody of %s may take %s".formatted(open.organisation().map(Organisation::key), open.element()));
        }
        return takers.get(chance.nextInt(takers.size()));
    }

    private List<Person> takers(Wait open) {
        return people
                .holding(Role.of(open.role()).orElseThrow(), open.organisation().orElseThrow())
                .stream()
                .filter(one -> waits.find(open.publicId(), open.element(), one).isPresent())
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    @Override
    public Locale reads(Person applicant) {
        return applicant.language().orElseGet(() -> Persona.languageOf(applicant.name()));
    }

    /** A known applicant where a visitor should find something, and now and then anywhere else. */
    Persona applicant(List<Persona> strangers, boolean shown) {
        var mine = knownApplicants();
        var pool = !mine.isEmpty() && (shown || chance.nextInt(KNOWN_ONE_IN) == 0) ? mine : strangers;
        return pool.get(chance.nextInt(pool.size()));
    }
}
