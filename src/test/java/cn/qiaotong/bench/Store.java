package cn.qiaotong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The two databases of the comparison; both are told to have a commit on the disk before they confirm it. */
enum Store {
    H2("H2, a file") {
        @Override
        String url(Path folder, String name) {
            return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=FALSE;QUERY_CACHE_SIZE=200;LOCK_TIMEOUT=20000"
                    .formatted(folder.resolve(name).toAbsolutePath());
        }
    },
    POSTGRES("PostgreSQL") {
        @Override
        String url(Path folder, String name) {
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return Server.RUNNING.getJdbcUrl("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    };

    final String title;

    Store(String title) {
        this.title = title;
    }

    abstract String url(Path folder, String name);

    /** A new, empty database, as arguments of a program. */
    List<String> arguments(Path folder, String name) {
        return List.of(
                "--spring.datasource.url=" + url(folder, name),
                "--spring.datasource.username=" + (this == H2 ? "sa" : "postgres"),
                "--spring.datasource.password=");
    }

    /** Started with the first database that is asked of it. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
