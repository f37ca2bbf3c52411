package cn.qiaotong.notification;

import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of somebody's inbox, as codes: about a request, or, without one, about a service. A notice with legal effect also
 * has the words that were sent.
 */
record Notice(
        UUID id,
        long outbox,
        UUID account,
        Occasion occasion,
        Optional<RequestId> request,
        Params params,
        Instant createdAt,
        Optional<Instant> readAt,
        Optional<Sent> sent) {

    /** The words as they were sent, and the tag of their language. */
    record Sent(String language, String text) {}
}
