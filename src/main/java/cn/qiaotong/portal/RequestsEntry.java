package cn.qiaotong.portal;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to a person's own requests, with how many of them wait for that person. */
@Component
@Order(20)
class RequestsEntry implements MenuEntry {

    private final Requests requests;

    RequestsEntry(Requests requests) {
        this.requests = requests;
    }

    @Override
    public String key() {
        return "portal.requests.menu";
    }

    @Override
    public String path() {
        return "/requests";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(known -> known.has(Role.APPLICANT)).isPresent();
    }

    @Override
    public OptionalLong badge(Person person) {
        return OptionalLong.of(requests.own(person).stream()
                .filter(request -> request.state().isWithApplicant())
                .count());
    }
}
