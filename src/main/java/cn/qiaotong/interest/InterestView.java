package cn.qiaotong.interest;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a service's page says to its reader about being told, for {@code interest/parts :: press}. */
@Component
public class InterestView {

    private final Interests interests;

    InterestView(Interests interests) {
        this.interests = interests;
    }

    public Press of(PublicService service, Optional<Person> person) {
        return new Press(
                service.key(),
                interests.isAwaited(service),
                person.map(known -> known.has(Role.APPLICANT)).orElse(true),
                person.flatMap(known -> interests.find(service.key(), known.account())));
    }

    /** The press that a page offers: whether it is for the reader, what it waits for, and whether it was made already. */
    public record Press(String service, boolean awaited, boolean offered, Optional<Interest> made) {}
}
