package cn.qiaotong.worklist;

import cn.qiaotong.process.Deadlines;
import cn.qiaotong.process.RequestId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The word {@code due}: when a time with a legal effect is over, for the timers that a model draws. While the calendar of
 * the year is not published such a timer stands far off; the sweeper moves it as soon as the time can be computed.
 */
@Component("due")
class Due implements Deadlines {

    private final Clocks clocks;

    Due(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public Instant at(RequestId request, String key) {
        return clocks.dueFromNow(request, key).orElse(WaitRows.NO_DUE);
    }
}
