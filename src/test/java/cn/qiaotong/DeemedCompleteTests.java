package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.calendar.CalendarYear;
import cn.qiaotong.calendar.WorkingCalendars;
import cn.qiaotong.process.EngineClock;
import cn.qiaotong.request.Request;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Silence counts as complete after a time of its own, which runs beside the promise of the step; it comes also to requests
 * that were filed before the calendar of the next year was there.
 */
@WholeDesk
class DeemedCompleteTests {

    private static final String SERVICE = "rating-subsidy";

    @Autowired
    BeanFactory beans;

    @Autowired
    MutableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theYearIsUnpublishedAgain() {
        jdbc.sql("delete from calendar_day where calendar = 'CN' and on_day >= date '2027-01-01'")
                .update();
        jdbc.sql("delete from calendar_year where calendar = 'CN' and in_year = 2027")
                .update();
        clock.set(WholeDesk.TestClock.MONDAY);
        beans.getBean(EngineClock.class).release();
    }

    @Test
    void silenceCountsAsCompleteOnceTheMissingCalendarIsThere() {
        var acts = Acts.with(beans);
        clock.set(Instant.parse("2026-12-28T01:00:00Z"));
        var folder = ServiceExamples.of(SERVICE);
        var request =
                acts.apply(SERVICE, acts.applicant("silent-in-december"), Made.filled(folder.answers("rated firm")));
        clock.set(Instant.parse("2027-01-20T01:00:00Z"));
        acts.fireDueTimers(request);
        assertThat(acts.openWait(request).element()).isEqualTo("intake");

        beans.getBean(WorkingCalendars.class)
                .add(new CalendarYear("CN", 2027, "test", "", new TreeSet<>(), new TreeSet<>()));
        acts.sweep();
        acts.fireDueTimers(request);

        assertThat(acts.openWait(request).element()).isEqualTo("deemed-review");
        assertThat(told(request)).isOne();
    }

    @Test
    void whoIsToldInTimeThatAllIsThereHearsNothingOfSilence() {
        var acts = Acts.with(beans);
        var folder = ServiceExamples.of(SERVICE);
        var request = acts.apply(SERVICE, acts.applicant("not-silent"), Made.filled(folder.answers("rated firm")));
        acts.decide(request, "intake", Map.of("intake_decision", "complete"), Map.of());

        assertThat(acts.openWait(request).element()).isEqualTo("review");
        assertThat(told(request)).isZero();
    }

    private long told(Request request) {
        return jdbc.sql("select count(*) from outbox where request = :id and code = 'counted-complete'")
                .param("id", request.id().value())
                .query(Long.class)
                .single();
    }
}
