package cn.qiaotong.interest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's wish to be told about one service; awaited, if it took no requests when they asked. The stop key is random
 * and stands in their mails: it can do nothing but end the telling.
 */
public record Interest(
        UUID id,
        UUID account,
        String service,
        boolean awaited,
        Instant askedAt,
        Optional<Instant> stoppedAt,
        String stopKey) {

    public boolean live() {
        return stoppedAt.isEmpty();
    }
}
