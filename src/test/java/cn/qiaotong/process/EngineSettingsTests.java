package cn.qiaotong.process;

import static cn.qiaotong.process.Models.review;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineSettingsTests {

    private final Bench bench = Bench.on(Database.H2);
    private final ProcessEngineConfigurationImpl engine = bench.bean(ProcessEngineConfigurationImpl.class);

    @Test
    void keepsNoRecordsOfItsOwn() {
        assertThat(engine.getHistoryLevel()).isEqualTo(HistoryLevel.HISTORY_LEVEL_NONE);
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.isMetricsEnabled()).isFalse();
        assertThat(engine.isDbMetricsReporterActivate()).isFalse();
        assertThat(engine.isTaskMetricsEnabled()).isFalse();
        assertThat(bench.count("act_ru_meter_log")).isZero();
    }

    @Test
    void hasItsDoorsClosed() {
        assertThat(engine.getExpressionManager()).isInstanceOf(WordExpressions.class);
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.isDmnEnabled()).isFalse();
        assertThat(engine.isStandaloneTasksEnabled()).isFalse();
        assertThat(engine.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(engine.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(engine.isEnableXxeProcessing()).isFalse();
        assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
        assertThat(engine.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(engine.getDeserializationTypeValidator().validate("java.util.ArrayList"))
                .isFalse();
        assertThat(engine.getDeserializationTypeValidator().validate("cn.qiaotong.X"))
                .isFalse();
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(1000);
        assertThat(engine.isAuthorizationEnabled()).isFalse();
    }

    @Test
    void deploysNothingAndKnowsNobody() {
        assertThat(((org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration) engine).getDeploymentResources())
                .isEmpty();
        assertThat(bench.count("act_id_user")).isZero();
        assertThat(bench.context.containsBean("eventPublisherPlugin")).isFalse();
    }

    @Test
    void demandsATimeToLive() {
        var model = new String(review("mortal"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("camunda:historyTimeToLive=\"P30D\"", "")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);

        assertThatThrownBy(() -> bench.processes.deploy("mortal", Map.of("mortal.bpmn", model)))
                .isInstanceOf(ModelRefused.class)
                .hasMessageContaining("History Time To Live (TTL) cannot be null");
    }

    @Test
    void followsOurClockUntilReleased() {
        var clock = bench.bean(EngineClock.class);

        clock.follow();
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isEqualTo(bench.bean(Clock.class).instant());

        clock.release();
        assertThat(ClockUtil.getCurrentTime().toInstant())
                .isAfter(bench.bean(Clock.class).instant().minusSeconds(864_000));
    }

    @ParameterizedTest
    @EnumSource
    void runsJobsByItselfWithAShortLock(Database database) {
        try (var context = Bench.open(database.empty(), "camunda.bpm.job-execution.enabled=true")) {
            var executor = context.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();

            assertThat(executor.isActive()).isTrue();
            assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
            assertThat(executor.getWaitTimeInMillis()).isEqualTo(1_000);
            assertThat(executor.getMaxWait()).isEqualTo(5_000);
        }
    }

    @ParameterizedTest
    @EnumSource
    void startsAgainOnItsOwnTables(Database kind) {
        var database = kind.empty();
        Map<String, byte[]> files = Map.of("again.bpmn", review("again"));
        Deployment first;
        try (var context = Bench.open(database)) {
            first = context.getBean(Processes.class).deploy("again", files);
        }

        try (var context = Bench.open(database)) {
            assertThat(context.getBean(Processes.class).deploy("again", files)).isEqualTo(first);
        }
    }

    @Test
    void keepsJobsForHandsInTests() {
        assertThat(engine.getJobExecutor().isActive()).isFalse();
        assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
        assertThat(engine.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT10M");
        assertThat(bench.bean(ManagementService.class).createJobQuery().timers().list())
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgres"})
    void makesItsTablesAfterOurMigrations(String kind) {
        var database = Database.valueOf(kind.toUpperCase(java.util.Locale.ROOT)).empty();

        try (var context = Bench.open(database, MigratedApplication.class)) {
            assertThat(context.getBeanFactory().getDependenciesForBean("processEngineFactoryBean"))
                    .contains("flywayInitializer");
            assertThat(context.getBean(DataSource.class)).isNotNull();
        }
    }

    @org.springframework.boot.autoconfigure.ImportAutoConfiguration(
            org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration.class)
    static final class MigratedApplication {}
}
