package cn.qiaotong.publicity;

import cn.qiaotong.identity.Person;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the notices, for everybody who is not at work. */
@Component
@Order(15)
class NoticesEntry implements MenuEntry {

    @Override
    public String key() {
        return "publicity.menu";
    }

    @Override
    public String path() {
        return "/public-notices";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.map(known -> !known.isStaff()).orElse(true);
    }
}
