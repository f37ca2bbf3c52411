package cn.qiaotong.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.WholeDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a load balancer reads, without signing in and without a reason. */
@WholeDesk
class HealthTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @AfterEach
    void ready() {
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void aNodeThatWorksIsLiveAndReady() {
        ready();

        assertThat(mvc.get().uri("/health/live")).hasStatus(200).hasBodyTextEqualTo("UP");
        assertThat(mvc.get().uri("/health/ready")).hasStatus(200).hasBodyTextEqualTo("UP");
    }

    @Test
    void aNodeThatStopsIsLiveAndNotReady() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);

        assertThat(mvc.get().uri("/health/live")).hasStatus(200).hasBodyTextEqualTo("UP");
        assertThat(mvc.get().uri("/health/ready")).hasStatus(503).hasBodyTextEqualTo("DOWN");
    }
}
