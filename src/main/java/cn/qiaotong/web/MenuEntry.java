package cn.qiaotong.web;

import cn.qiaotong.identity.Person;
import java.util.Optional;
import java.util.OptionalLong;

/** A place in the header's menu. Modules bring theirs as beans, ordered by {@code @Order}; the shell knows none of them. */
public interface MenuEntry {

    /** The message key of its name. */
    String key();

    String path();

    boolean visibleTo(Optional<Person> person);

    /** How many things wait there for this person; shown beside the name when there are any. */
    default OptionalLong badge(Person person) {
        return OptionalLong.empty();
    }
}
