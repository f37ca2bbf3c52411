package cn.qiaotong;

import cn.qiaotong.process.StepReached;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Every element of a model that the engine has entered since a test began to watch. */
@TestConfiguration(proxyBeanMethods = false)
class VisitedElements {

    private final Set<String> elements = new ConcurrentSkipListSet<>();

    void watch() {
        elements.clear();
    }

    boolean contains(String element) {
        return elements.contains(element);
    }

    @EventListener
    void on(StepReached reached) {
        elements.add(reached.element());
    }
}
