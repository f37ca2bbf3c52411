package cn.qiaotong.worklist;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sweeps once a minute on every node; switched off where time is moved by hand. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "qiaotong.sweep", havingValue = "on", matchIfMissing = true)
class Sweeping {

    private final Sweeper sweeper;

    Sweeping(Sweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Scheduled(fixedDelayString = "${qiaotong.sweeps.every:PT1M}")
    void sweep() {
        sweeper.sweep();
    }
}
