package cn.qiaotong.objection;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An objection to the outcome of a request, or a complaint about how it was dealt with: which organisation answers it, and
 * what came of it. Its words are kept sealed beside it.
 */
record RequestObjection(
        UUID id,
        RequestId request,
        Organisation answering,
        Instant madeAt,
        Optional<String> outcome,
        Optional<Instant> answeredAt) {

    boolean isOpen() {
        return answeredAt.isEmpty();
    }
}
