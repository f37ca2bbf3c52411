package cn.qiaotong.worklist;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.qiaotong.process.RequestId;
import cn.qiaotong.request.Requests;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** How far one sweep goes: to the end, however much is due, and not round in circles. */
class SweeperTests {

    private final ClockRows rows = mock();
    private final Timers timers = mock();
    private final Sweeper sweeper = new Sweeper(
            rows,
            mock(Clocks.class),
            timers,
            mock(Requests.class),
            TransactionOperations.withoutTransaction(),
            mock(ApplicationEventPublisher.class),
            Clock.systemUTC());

    @Test
    void tellsOfEverythingThatIsDueHoweverMuchItIs() {
        var last = requests(1);
        when(rows.dueForTelling(any(), anyInt()))
                .thenReturn(requests(200))
                .thenReturn(requests(200))
                .thenReturn(last);

        sweeper.sweep();

        verify(rows, times(401)).claimed(any(), any());
        verify(rows).claimed(eq(last.get(0)), any());
    }

    @Test
    void leavesWhatAnotherNodeIsTellingOf() {
        when(rows.dueForTelling(any(), anyInt())).thenReturn(requests(200));

        sweeper.sweep();

        verify(rows, times(200)).claimed(any(), any());
    }

    private static List<RequestId> requests(int count) {
        return Stream.generate(() -> new RequestId(UUID.randomUUID()))
                .limit(count)
                .toList();
    }
}
