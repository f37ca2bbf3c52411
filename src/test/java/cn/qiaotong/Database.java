package cn.qiaotong;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The two databases that the same migrations and the same tests run on, each opened empty and migrated. */
public enum Database {
    H2 {
        @Override
        String newUrl() {
            return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000"
                    .formatted(UUID.randomUUID());
        }
    },
    POSTGRES {
        @Override
        String newUrl() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.INSTANCE.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.INSTANCE.getJdbcUrl("postgres", name);
        }
    };

    abstract String newUrl();

    /** A new database of this kind with every migration applied. */
    public DataSource migrated() {
        var source = empty();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** A new, empty database of this kind; idle connections go, because all tests share one server. */
    public DataSource empty() {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(newUrl());
        pool.setUsername(this == H2 ? "sa" : "postgres");
        pool.setPassword("");
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        return pool;
    }

    private static final class Server {
        static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
