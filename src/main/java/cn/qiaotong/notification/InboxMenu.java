package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import cn.qiaotong.web.MenuEntry;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The inbox in the header of whoever is signed in, with the number of notices not yet read. */
@Component
@Order(90)
class InboxMenu implements MenuEntry {

    private final Notices notices;

    InboxMenu(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String key() {
        return "notification.menu.label";
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public boolean visibleTo(Optional<Person> person) {
        return person.isPresent();
    }

    @Override
    public OptionalLong badge(Person person) {
        return OptionalLong.of(notices.unread(person.account()));
    }
}
