package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.h2.H2ConsoleAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Refuses doors that a dependency would open: the engine's web apps and REST, consoles and developer tools. */
class ClassPathTests {

    private static final List<String> DOORS = List.of(
            "org/camunda/bpm/engine/rest/impl/CamundaRestResources.class",
            "org/camunda/bpm/engine/rest/ProcessEngineRestService.class",
            "org/camunda/bpm/webapp/impl/security/auth/AuthenticationFilter.class",
            "org/camunda/bpm/admin/impl/web/SetupResource.class",
            "org/camunda/bpm/cockpit/Cockpit.class",
            "org/camunda/bpm/spring/boot/starter/rest/CamundaBpmRestInitializer.class",
            "org/camunda/bpm/spring/boot/starter/webapp/CamundaBpmWebappAutoConfiguration.class",
            "META-INF/resources/webjars/camunda/app/admin/index.html",
            "org/codehaus/groovy/jsr223/GroovyScriptEngineImpl.class",
            "org/graalvm/polyglot/Context.class",
            "org/camunda/connect/plugin/impl/ConnectProcessEnginePlugin.class",
            "org/springframework/boot/devtools/restart/Restarter.class");

    private static List<String> open(Stream<String> doors) {
        return doors.filter(door -> ClassPathTests.class.getClassLoader().getResource(door) != null)
                .toList();
    }

    @Test
    void hasNoDoorsOfTheEngine() {
        assertThat(open(DOORS.stream())).isEmpty();
    }

    @Test
    void seesADoorThatIsThere() {
        assertThat(open(Stream.of("org/camunda/bpm/engine/TaskService.class"))).hasSize(1);
    }

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, H2ConsoleAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:console");

    @Test
    void registersNoDatabaseConsole() {
        application.run(context -> assertThat(context).doesNotHaveBean("h2Console"));
    }

    @Test
    void seesADatabaseConsole() {
        application.withPropertyValues("spring.h2.console.enabled=true").run(context -> assertThat(context)
                .hasBean("h2Console"));
    }
}
