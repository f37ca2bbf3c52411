package cn.qiaotong.notification;

import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the outbox: what happened to which request, or, without one, to which service. The key is the same for a
 * repeat of the same happening.
 */
record Message(long id, Instant at, Occasion occasion, Optional<RequestId> request, Params params, String dedupKey) {}
