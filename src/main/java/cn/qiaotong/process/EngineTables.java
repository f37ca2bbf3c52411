package cn.qiaotong.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's tables as one of our migrations, from the engine's own scripts for PostgreSQL, where the engine may not make
 * them itself. An engine of another version refuses these tables until a migration runs its upgrade scripts.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.database.schema-update", havingValue = "false")
final class EngineTables implements JavaMigration {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("0.7.24");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        for (var part : List.of("engine", "history", "identity")) {
            ScriptUtils.executeSqlScript(
                    context.getConnection(),
                    new EncodedResource(new ClassPathResource(SCRIPT.formatted(part)), StandardCharsets.UTF_8));
        }
    }
}
