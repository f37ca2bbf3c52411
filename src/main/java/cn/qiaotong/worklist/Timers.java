package cn.qiaotong.worklist;

import cn.qiaotong.process.Processes;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.SetTimer;
import cn.qiaotong.request.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The timers that stand far off, because no calendar said when they end. */
    List<SetTimer> undated(int most) {
        return processes.timersFrom(WaitRows.NO_DUE, most);
    }

    /** The key of the time that a timer waits for. */
    Optional<String> dueKey(SetTimer timer) {
        var deployment = requests.byId(timer.request()).deployment();
        return processes.model(deployment).drawings().stream()
                .flatMap(drawing -> drawing.node(timer.element()).stream())
                .flatMap(node -> node.due().stream())
                .findFirst();
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
