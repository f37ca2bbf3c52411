package cn.qiaotong;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL as {@code src/deploy} says to set one up: durable, with the database and the two roles of its script. */
public final class DeployedPostgres implements AutoCloseable {

    public static final String OWNER = "qiaotong_owner";
    public static final String APPLICATION = "qiaotong_application";

    private final EmbeddedPostgres server;

    private DeployedPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static DeployedPostgres start() {
        try {
            var postgres = new DeployedPostgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
            var superuser = JdbcClient.create(postgres.server.getPostgresDatabase());
            Arrays.stream(Files.readString(Path.of("src/deploy/roles.sql"))
                            .replaceAll("(?m)^--.*$", "")
                            .split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .forEach(statement -> superuser.sql(statement).update());
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/qiaotong".formatted(server.getPort());
    }

    /** The desk's database as one of its roles or as the superuser, with a new connection each time. */
    public DataSource as(String role) {
        return new DriverManagerDataSource(url(), role, "unused");
    }

    public JdbcClient superuser() {
        return JdbcClient.create(as("postgres"));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
