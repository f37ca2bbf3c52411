package cn.qiaotong.notification;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Dispatches every five seconds on every node; switched off where it is done by hand. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "qiaotong.dispatch", havingValue = "on", matchIfMissing = true)
class Dispatching {

    private final Dispatcher dispatcher;

    Dispatching(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void dispatch() {
        dispatcher.dispatch();
    }
}
