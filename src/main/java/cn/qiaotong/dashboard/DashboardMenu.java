package cn.qiaotong.dashboard;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The figures in the menu of administrators and leaders. */
@Component
@Order(50)
class DashboardMenu implements MenuEntry {

    @Override
    public String key() {
        return "dashboard.menu.label";
    }

    @Override
    public String path() {
        return "/dashboard";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(someone -> someone.has(Role.ADMINISTRATOR) || someone.has(Role.LEADER))
                .isPresent();
    }
}
