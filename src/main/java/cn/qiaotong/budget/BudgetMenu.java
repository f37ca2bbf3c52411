package cn.qiaotong.budget;

import cn.qiaotong.identity.Person;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The ledger in the menu of those who read it. */
@Component
@Order(45)
class BudgetMenu implements MenuEntry {

    private final LedgerReaders readers;

    BudgetMenu(LedgerReaders readers) {
        this.readers = readers;
    }

    @Override
    public String key() {
        return "budget.menu.label";
    }

    @Override
    public String path() {
        return BudgetController.PATH;
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.filter(readers::include).isPresent();
    }
}
