package cn.qiaotong.process;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;

/** How the engine runs here; every setting departs from a default that is unsafe or unused. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class EngineSettings extends AbstractProcessEnginePlugin {

    private static final int SHORTEST_WAIT = 1_000;
    private static final int LONGEST_WAIT = 5_000;
    private static final int MOST_RESULTS = 1_000;

    private final WordExpressions expressions;
    private final EngineEvents events;
    private final JobTurn turn;
    private final Duration lock;

    EngineSettings(WordExpressions expressions, EngineEvents events, JobTurn turn, Duration lock) {
        this.expressions = expressions;
        this.events = events;
        this.turn = turn;
        this.lock = lock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ((SpringProcessEngineConfiguration) engine).setDeploymentResources(new Resource[0]);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setDefaultCharset(StandardCharsets.UTF_8);
        keepNoRecords(engine);
        closeDoors(engine);
        runJobs(engine);
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(events)));
    }

    private static void keepNoRecords(ProcessEngineConfigurationImpl engine) {
        engine.setHistory("none");
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setTaskMetricsEnabled(false);
        engine.setEnableCmdExceptionLogging(false);
    }

    private void closeDoors(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(expressions);
        engine.setAuthorizationEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setEnableScriptCompilation(false);
        engine.setAutoStoreScriptVariables(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setArtifactFactory(new NoClasses());
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setDeserializationTypeValidator(type -> false);
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
    }

    private void runJobs(ProcessEngineConfigurationImpl engine) {
        engine.setDefaultNumberOfRetries(3);
        engine.setFailedJobRetryTimeCycle("PT10S,PT1M,PT10M");
        engine.setFailedJobCommandFactory(CodedFailure::new);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setJobExecutorDeploymentAware(false);
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(turn));
        var executor = engine.getJobExecutor();
        if (executor != null) {
            executor.setLockTimeInMillis(Math.toIntExact(lock.toMillis()));
            executor.setWaitTimeInMillis(SHORTEST_WAIT);
            executor.setMaxWait(LONGEST_WAIT);
            executor.setMaxBackoff(LONGEST_WAIT);
        }
    }

    /** A second wall behind the model rules: no class named in a model is ever made. */
    private static final class NoClasses implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw new ProcessEngineException("No class of a model is made: " + type.getName());
        }
    }

    /** A second wall behind the model rules: there is no script engine, whatever the class path brings. */
    private static final class NoScripts implements ScriptEngineResolver {

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory factory) {
            throw refused(factory.getLanguageName());
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            throw refused("any");
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw refused(language);
        }

        private static ProcessEngineException refused(String language) {
            return new ProcessEngineException("No script is run: " + language);
        }
    }
}
