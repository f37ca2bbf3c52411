package cn.qiaotong.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People for tests, and a way to let them ask. */
public final class PersonFixture {

    private PersonFixture() {}

    public static Person applicant() {
        return person(null, Role.APPLICANT);
    }

    public static Person of(String organisation, Role... roles) {
        return person(organisation, roles);
    }

    /** Lets a request of MockMvc come from this person. */
    public static RequestPostProcessor as(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(new SignedInPerson(person, "an id token"));
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
