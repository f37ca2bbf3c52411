package cn.qiaotong.notification;

import cn.qiaotong.identity.Person;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** Sends what waits in the outbox and reads what has arrived, for those who test or make data in another package. */
public final class Post {

    private static final int MOST = 10_000;

    private Post() {}

    public static void dispatch(BeanFactory beans) {
        beans.getBean(Dispatcher.class).dispatch();
    }

    /** Lets a person have read what they were told before an instant. */
    public static void readUntil(BeanFactory beans, Person person, Instant until) {
        beans.getBean(Notices.class).of(person.account(), true, Optional.empty(), MOST).stream()
                .filter(notice -> notice.createdAt().isBefore(until))
                .forEach(notice -> beans.getBean(Inbox.class).read(notice.id(), person));
    }
}
