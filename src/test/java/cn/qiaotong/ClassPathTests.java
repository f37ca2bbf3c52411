package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.h2.H2ConsoleAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Refuses the database console that a dependency brings along. */
class ClassPathTests {

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
