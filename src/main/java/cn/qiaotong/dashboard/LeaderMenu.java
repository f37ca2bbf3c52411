package cn.qiaotong.dashboard;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The monthly page in the menu of leaders and administrators. */
@Component
@Order(40)
class LeaderMenu implements MenuEntry {

    @Override
    public String key() {
        return "dashboard.leader.label";
    }

    @Override
    public String path() {
        return LeaderController.PATH;
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(someone -> someone.has(Role.LEADER) || someone.has(Role.ADMINISTRATOR))
                .isPresent();
    }
}
