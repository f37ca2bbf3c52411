package cn.qiaotong.operation;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database before anything else touches it: the owner migrates and grants, then the application looks at what it may
 * do, and at whether both have the same time.
 */
@Configuration(proxyBeanMethods = false)
@Profile(ProductionRules.PROFILE)
class ProductionDatabase {

    @Bean
    FlywayMigrationStrategy ownersMigrations(
            DataSource database, DatabaseWatch watch, @Value("${spring.datasource.username}") String application) {
        return migrations -> {
            migrations.migrate();
            new Grants(migrations.getConfiguration().getDataSource()).giveTo(application);
            StartRefused.ifAny(new DatabaseRules(JdbcClient.create(database)).broken());
            StartRefused.ifAny(watch.wrongTime().stream().toList());
        };
    }
}
