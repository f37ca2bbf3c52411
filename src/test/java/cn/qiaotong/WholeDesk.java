package cn.qiaotong;

import cn.qiaotong.process.EngineClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * The whole application without a web server, on a database in memory, its clock and jobs moved by hand. One is started for
 * all tests that ask for it, so a test adds nothing to it. It is not shut down in the end, for its database may end first
 * and would be waited for.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:whole-desk;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000",
            "spring.main.register-shutdown-hook=false",
            "camunda.bpm.job-execution.enabled=false",
            "qiaotong.demo=true",
            "qiaotong.sweep=off",
            "qiaotong.dispatch=off",
            "qiaotong.vault.active=test",
            "qiaotong.vault.keys.test=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "qiaotong.vault.index-key=Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=",
            "qiaotong.keycloak.url=http://127.0.0.1:1",
            "qiaotong.keycloak.client-secret=not-used-here"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import({WholeDesk.TestClock.class, VisitedElements.class})
@TestExecutionListeners(
        listeners = WholeDesk.Morning.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WholeDesk {

    /** Begins every test on the same morning, whatever the test before did to the clock, and leaves the engine the time of day. */
    class Morning extends AbstractTestExecutionListener {

        @Override
        public void beforeTestMethod(TestContext test) {
            test.getApplicationContext().getBean(MutableClock.class).set(TestClock.MONDAY);
        }

        @Override
        public void afterTestMethod(TestContext test) {
            test.getApplicationContext().getBean(EngineClock.class).release();
        }
    }

    /** The morning of an ordinary Monday in Jiangmen, until a test moves it. */
    @TestConfiguration(proxyBeanMethods = false)
    class TestClock {

        static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");

        @Bean
        @Primary
        MutableClock mutableClock() {
            return new MutableClock(MONDAY);
        }
    }
}
