package cn.qiaotong.portal;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the services on offer, for everybody who might apply. */
@Component
@Order(10)
class ServicesEntry implements MenuEntry {

    @Override
    public String key() {
        return "portal.services.menu";
    }

    @Override
    public String path() {
        return "/services";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.map(known -> known.has(Role.APPLICANT)).orElse(true);
    }
}
