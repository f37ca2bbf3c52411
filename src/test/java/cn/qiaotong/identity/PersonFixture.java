package cn.qiaotong.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** People for tests. */
public final class PersonFixture {

    private PersonFixture() {}

    public static Person applicant() {
        return person(null, Role.APPLICANT);
    }

    public static Person of(String organisation, Role... roles) {
        return person(organisation, roles);
    }

    private static Person person(String organisation, Role... roles) {
        Set<Role> held = Arrays.stream(roles).collect(Collectors.toSet());
        return new Person(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "陈大文",
                Optional.of("chan@example.com"),
                Optional.ofNullable(organisation).map(Organisation::new),
                held,
                Optional.empty(),
                Optional.empty());
    }
}
