package cn.qiaotong.notification;

import java.util.Optional;
import java.util.UUID;

/** One line of the outbox for one reader, and for mail for one recipient: leased while it is being read. */
record Delivery(UUID id, String reader, long message, Optional<UUID> account, String dedupKey, int attempts) {}
