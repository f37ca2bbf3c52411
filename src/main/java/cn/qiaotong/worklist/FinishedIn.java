package cn.qiaotong.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days at the desk, the last one included, in which what counts as finished was finished. */
public record FinishedIn(LocalDate first, LocalDate last) {

    static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    Instant from() {
        return first.atStartOfDay(DESK).toInstant();
    }

    Instant until() {
        return last.plusDays(1).atStartOfDay(DESK).toInstant();
    }
}
