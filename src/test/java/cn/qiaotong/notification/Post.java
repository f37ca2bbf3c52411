package cn.qiaotong.notification;

import org.springframework.beans.factory.BeanFactory;

/** Lets a test of another package send what waits in the outbox. */
public final class Post {

    private Post() {}

    public static void dispatch(BeanFactory beans) {
        beans.getBean(Dispatcher.class).dispatch();
    }
}
