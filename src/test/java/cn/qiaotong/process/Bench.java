package cn.qiaotong.process;

import cn.qiaotong.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * This module alone on one database, with words a test can define and everything it publishes written down. It is not shut
 * down in the end, for its database may end first and would be waited for.
 */
final class Bench {

    static final Instant DUE = Instant.parse("2026-12-01T16:00:00Z");

    private static final Map<Database, Bench> OPEN = new EnumMap<>(Database.class);

    final ConfigurableApplicationContext context;
    final Processes processes;
    final Tasks tasks;
    final EngineJobs jobs;
    final JdbcClient jdbc;
    private final Recorder recorder;

    private Bench(ConfigurableApplicationContext context) {
        this.context = context;
        this.processes = context.getBean(Processes.class);
        this.tasks = context.getBean(Tasks.class);
        this.jobs = EngineJobs.of(context);
        this.jdbc = JdbcClient.create(context.getBean(DataSource.class));
        this.recorder = context.getBean(Recorder.class);
    }

    static synchronized Bench on(Database database) {
        return OPEN.computeIfAbsent(database, kind -> new Bench(open(kind.empty())));
    }

    static ConfigurableApplicationContext open(DataSource database, String... properties) {
        return open(database, Module.class, properties);
    }

    static ConfigurableApplicationContext open(DataSource database, Class<?> beside, String... properties) {
        return new SpringApplicationBuilder(Module.class, beside)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties("camunda.bpm.job-execution.enabled=false", "spring.main.banner-mode=off")
                .properties("spring.flyway.locations=")
                .properties(properties)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("dataSource", DataSource.class, () -> new DelegatingDataSource(database)))
                .run();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RequestId start(String key, byte[] model) {
        return start(key, model, Map.of());
    }

    RequestId start(String key, byte[] model, Map<String, ?> facts) {
        return start(processes.deploy(key, Map.of(key + ".bpmn", model)), key, facts);
    }

    RequestId start(Deployment deployment, String key, Map<String, ?> facts) {
        var request = new RequestId(UUID.randomUUID());
        processes.start(deployment.id(), key, request, facts);
        return request;
    }

    /** What a word of the models does for the rest of this test. */
    void say(String word, Step step) {
        recorder.steps.put(word, step);
    }

    void complete(RequestId request, String element) {
        complete(request, element, Map.of());
    }

    void complete(RequestId request, String element, Map<String, ?> facts) {
        tasks.complete(task(request, element), facts);
    }

    TaskId task(RequestId request, String element) {
        var opened = events(request, TaskOpened.class).stream()
                .filter(event -> event.element().equals(element))
                .toList();
        return opened.get(opened.size() - 1).task();
    }

    <T> List<T> events(RequestId request, Class<T> type) {
        return events(request).stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Object> events(RequestId request) {
        return recorder.events.getOrDefault(request, List.of());
    }

    List<String> outcomes(RequestId request) {
        return events(request, ProcessEnded.class).stream()
                .map(ended -> ended.processKey() + " " + ended.outcome())
                .toList();
    }

    List<RequestId> locks() {
        return recorder.locks;
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The module as an application would join it, without the application. */
    @Import({
        EngineConfiguration.class,
        Deployments.class,
        Processes.class,
        Tasks.class,
        EngineClock.class,
        Recorder.class
    })
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        CamundaBpmAutoConfiguration.class
    })
    static final class Module {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC);
        }

        @Bean
        Step refer(Recorder recorder) {
            return recorder.word("refer");
        }

        @Bean
        Step screen(Recorder recorder) {
            return recorder.word("screen");
        }

        @Bean
        Deadlines deadlines() {
            return (request, key) -> DUE;
        }

        @Bean
        RequestLock requestLock(Recorder recorder) {
            return recorder.locks::add;
        }

        @Bean
        Marker marker() {
            return new Marker();
        }
    }

    /** Remembers what the module says, request by request. */
    static final class Recorder {

        private final Map<RequestId, List<Object>> events = new ConcurrentHashMap<>();
        private final Map<String, Step> steps = new ConcurrentHashMap<>();
        private final List<RequestId> locks = new CopyOnWriteArrayList<>();

        Step word(String name) {
            return (request, inputs) ->
                    steps.getOrDefault(name, (any, none) -> Map.of()).run(request, inputs);
        }

        @EventListener
        void on(TaskOpened event) {
            note(event.request(), event);
        }

        @EventListener
        void on(TaskClosed event) {
            note(event.request(), event);
        }

        @EventListener
        void on(StepReached event) {
            note(event.request(), event);
        }

        @EventListener
        void on(ProcessEnded event) {
            note(event.request(), event);
        }

        private void note(RequestId request, Object event) {
            events.computeIfAbsent(request, any -> new CopyOnWriteArrayList<>()).add(event);
        }
    }

    /** A bean that no model may reach, and that tells when one did. */
    public static final class Marker {

        static volatile boolean touched;

        public Date touch() {
            touched = true;
            return new Date(0);
        }
    }
}
