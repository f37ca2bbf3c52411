package cn.qiaotong.notification;

import cn.qiaotong.process.RequestId;
import java.time.Instant;

/** One line of the outbox: what happened to which request. The key is the same for a repeat of the same happening. */
record Message(long id, Instant at, Occasion occasion, RequestId request, Params params, String dedupKey) {}
