package cn.qiaotong.notification;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.stereotype.Component;

/** Lets the readers of the outbox read what is due, the inbox before the mail. Several nodes may do so at once. */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int MOST = 200;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration SERVER_BACK = Duration.ofMinutes(1);

    private final List<OutboxReader> readers;
    private final Deliveries deliveries;

    Dispatcher(List<OutboxReader> readers, Deliveries deliveries) {
        this.readers =
                readers.stream().sorted(AnnotationAwareOrderComparator.INSTANCE).toList();
        this.deliveries = deliveries;
    }

    /** Until nothing is due, in rounds, so that a reader with much to read does not keep the next one waiting. */
    void dispatch() {
        var unfinished = readers;
        while (!unfinished.isEmpty()) {
            unfinished = unfinished.stream().filter(this::leftSome).toList();
        }
    }

    private boolean leftSome(OutboxReader reader) {
        for (int read = 0; read < MOST; read++) {
            var next = deliveries.lease(reader.name());
            if (next.isEmpty() || !deliver(reader, next.get())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the reader can go on with others. */
    private boolean deliver(OutboxReader reader, Delivery delivery) {
        try {
            reader.read(delivery);
            deliveries.done(delivery);
        } catch (NotYet early) {
            deliveries.later(delivery, SOON);
        } catch (Unreachable down) {
            deliveries.later(delivery, SERVER_BACK);
            LOG.warn("The mail server cannot be reached; mails wait");
            return false;
        } catch (RuntimeException fault) {
            deliveries.failed(delivery, fault);
            LOG.warn("Delivery {} failed: {}", delivery.id(), fault.getClass().getSimpleName());
        }
        return true;
    }
}
