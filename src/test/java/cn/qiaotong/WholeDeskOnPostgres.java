package cn.qiaotong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole application as in {@link WholeDesk}, on a PostgreSQL of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeDesk
@ContextConfiguration(initializers = WholeDeskOnPostgres.OwnDatabase.class)
public @interface WholeDeskOnPostgres {

    /** Points the application at a new, empty database. */
    class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + Database.POSTGRES.newUrl(),
                            "spring.datasource.username=postgres")
                    .applyTo(context);
        }
    }
}
