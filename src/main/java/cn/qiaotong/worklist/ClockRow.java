package cn.qiaotong.worklist;

import cn.qiaotong.calendar.Pause;
import cn.qiaotong.calendar.Term;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The clock of one promise to one request: its term, when it began, and the times in which it stood still because somebody
 * else was waited for. The stage counts how many of its marks (50, 80 and 100 %) have been told.
 */
record ClockRow(
        UUID id,
        RequestId request,
        String dueKey,
        Optional<String> organisation,
        Term term,
        Instant openedAt,
        List<Pause> pauses,
        Optional<Instant> pausedAt,
        int stage) {

    private static final int[] MARKS = {50, 80, 100};

    /** The next mark to tell of, in per cent; none after the last. */
    Optional<Integer> nextMark() {
        return stage < MARKS.length ? Optional.of(MARKS[stage]) : Optional.empty();
    }
}
