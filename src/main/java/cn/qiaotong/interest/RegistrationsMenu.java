package cn.qiaotong.interest;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The registrations of interest in the administrator's menu. */
@Component
@Order(55)
class RegistrationsMenu implements MenuEntry {

    @Override
    public String key() {
        return "interest.menu.label";
    }

    @Override
    public String path() {
        return "/administration/interest";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(known -> known.has(Role.ADMINISTRATOR)).isPresent();
    }
}
