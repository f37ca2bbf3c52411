package cn.qiaotong.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's tables by our migration are those that it would make itself. */
class EngineTablesTests {

    @Test
    void areThoseThatTheEngineMakes() {
        var migrated = Database.POSTGRES.empty();
        Flyway.configure()
                .dataSource(migrated)
                .javaMigrations(new EngineTables())
                .load()
                .migrate();

        var made = Bench.on(Database.POSTGRES).bean(DataSource.class);

        assertThat(columns(migrated)).isEqualTo(columns(made)).hasSizeGreaterThan(300);
        assertThat(indexes(migrated)).isEqualTo(indexes(made)).isNotEmpty();
    }

    private static List<String> columns(DataSource database) {
        return JdbcClient.create(database)
                .sql(
                        """
                        select table_name || '.' || column_name || ' ' || data_type from information_schema.columns
                        where table_schema = current_schema() and table_name like 'act\\_%' order by 1
                        """)
                .query(String.class)
                .list();
    }

    private static List<String> indexes(DataSource database) {
        return JdbcClient.create(database)
                .sql("select indexdef from pg_indexes where tablename like 'act\\_%' order by 1")
                .query(String.class)
                .list();
    }
}
