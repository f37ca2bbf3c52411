package cn.qiaotong.grant;

import cn.qiaotong.request.Request;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.request.TaskDecisions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who decided what at the steps of a request, so that an entry of the ledger names the person behind it. */
@Component
class Deciders {

    private final TaskDecisions decisions;

    Deciders(TaskDecisions decisions) {
        this.decisions = decisions;
    }

    /** The account of whoever decided last. */
    UUID last(Request request) {
        var all = decisions.of(request.id());
        return all.get(all.size() - 1).account();
    }

    /** What the last decision with this field said there. */
    Optional<Object> said(Request request, String field) {
        List<TaskDecision> all = decisions.of(request.id());
        return all.stream()
                .flatMap(decision -> decision.answers().get(field).stream())
                .reduce((first, later) -> later);
    }
}
