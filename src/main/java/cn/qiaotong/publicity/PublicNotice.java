package cn.qiaotong.publicity;

import cn.qiaotong.process.RequestId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice to the public as it was made. Objections are in time before it closes; it is shown until it is gone. Both times
 * are set when it is made, so what was promised to the public does not move.
 */
public record PublicNotice(
        UUID id,
        String publicId,
        RequestId request,
        String service,
        String firm,
        BigDecimal amount,
        boolean demo,
        Instant madeAt,
        Instant closesAt,
        Instant goneAt,
        Optional<Instant> concludedAt) {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    boolean takesObjections(Instant now) {
        return concludedAt.isEmpty() && now.isBefore(closesAt);
    }

    public LocalDate from() {
        return LocalDate.ofInstant(madeAt, DESK);
    }

    /** The last day on which an objection is in time. */
    public LocalDate until() {
        return LocalDate.ofInstant(closesAt.minusNanos(1), DESK);
    }
}
