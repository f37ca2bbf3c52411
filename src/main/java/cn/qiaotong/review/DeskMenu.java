package cn.qiaotong.review;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.MenuEntry;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The worklist in the menu of those who take tasks, with the number of tasks that they may take. */
@Component
@Order(10)
class DeskMenu implements MenuEntry {

    private static final Set<Role> ROLES = Set.of(
            Role.DISTRICT_REVIEWER,
            Role.DISTRICT_APPROVER,
            Role.BANK_REVIEWER,
            Role.BANK_APPROVER,
            Role.DEPARTMENT_REVIEWER,
            Role.PAYER);

    private final Waits waits;

    DeskMenu(Waits waits) {
        this.waits = waits;
    }

    @Override
    public String key() {
        return "review.menu.label";
    }

    @Override
    public String path() {
        return "/review";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(someone -> ROLES.stream().anyMatch(someone::has)).isPresent();
    }

    @Override
    public OptionalLong badge(Person person) {
        return OptionalLong.of(waits.count(person, WaitFilter.none()));
    }
}
