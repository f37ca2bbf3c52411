package cn.qiaotong.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One line of the inbox as its reader sees it now. */
record InboxLine(
        UUID id,
        boolean unread,
        Instant createdAt,
        String service,
        String receipt,
        Wording.Words words,
        String link,
        Optional<Kept> kept) {

    /** The words that were sent, line by line, in their own language. */
    record Kept(String language, List<String> lines) {}
}
