package cn.qiaotong.process;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Joins the engine to the program. Words, deadlines and the lock live in modules above and are looked up when they are said,
 * because those modules need the engine first.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    static BeanDefinitionRegistryPostProcessor engineAfterMigrations() {
        return new AfterMigrations();
    }

    @Bean
    EngineSettings engineSettings(
            ObjectProvider<Deadlines> deadlines,
            ObjectProvider<RequestLock> lock,
            ListableBeanFactory beans,
            ApplicationEventPublisher events,
            DataSource database,
            @Value("${qiaotong.jobs.lock:60s}") Duration jobLock) {
        return new EngineSettings(
                new WordExpressions(deadlines::getObject, name -> step(beans, name)),
                new EngineEvents(events),
                new JobTurn(() -> Optional.ofNullable(lock.getIfAvailable()), JdbcClient.create(database)),
                jobLock);
    }

    private static Optional<Step> step(BeanFactory beans, String name) {
        return beans.containsBean(name) && beans.isTypeMatch(name, Step.class)
                ? Optional.of(beans.getBean(name, Step.class))
                : Optional.empty();
    }

    /** The engine makes its tables after ours, and does not tell the program its own events beside ours. */
    private static final class AfterMigrations implements BeanDefinitionRegistryPostProcessor {

        private static final String ENGINE = "processEngineFactoryBean";
        private static final String MIGRATIONS = "flywayInitializer";
        private static final String FOREIGN_EVENTS = "eventPublisherPlugin";

        @Override
        public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
            if (registry.containsBeanDefinition(FOREIGN_EVENTS)) {
                registry.removeBeanDefinition(FOREIGN_EVENTS);
            }
        }

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
            if (beans.containsBeanDefinition(ENGINE) && beans.containsBeanDefinition(MIGRATIONS)) {
                beans.getBeanDefinition(ENGINE).setDependsOn(MIGRATIONS);
            }
        }
    }
}
