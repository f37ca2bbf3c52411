package cn.qiaotong.worklist;

import cn.qiaotong.process.Processes;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.request.Requests;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The timers that a model draws beside a wait. One that was set while the calendar was missing stands far off, until the
 * clock of the same promise can be dated.
 */
@Component
class Timers {

    private final Processes processes;
    private final Requests requests;

    Timers(Processes processes, Requests requests) {
        this.processes = processes;
        this.requests = requests;
    }

    /** Moves the timers that wait for the end of the time promised under this key. */
    void move(RequestId request, String dueKey, Instant due) {
        var deployment = requests.byId(request).deployment();
        for (var drawing : processes.model(deployment).drawings()) {
            drawing.nodes().stream()
                    .filter(node ->
                            node.event().filter("timerEventDefinition"::equals).isPresent())
                    .filter(node -> node.due().filter(dueKey::equals).isPresent())
                    .forEach(timer -> processes.moveTimer(request, timer.id(), due));
        }
    }
}
