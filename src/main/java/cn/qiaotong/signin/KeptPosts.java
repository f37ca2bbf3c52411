package cn.qiaotong.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Person;
import cn.qiaotong.vault.Vault;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What people had typed into forms that arrived after their session had ended. It is sealed, lies under an id that only the
 * browser that sent it knows, opens for the same account only, once, and for an hour.
 */
@Component
public final class KeptPosts {

    static final Duration KEPT = Duration.ofHours(1);
    private static final String CONTEXT = "kept_post|";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final BrowserMarks marks;
    private final ObjectMapper json;
    private final Clock clock;

    KeptPosts(JdbcClient jdbc, Vault vault, BrowserMarks marks, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.marks = marks;
        this.json = json;
        this.clock = clock;
    }

    /** The fields this person had sent to that page and has not seen again yet; asking takes them away. */
    public Optional<MultiValueMap<String, String>> forPath(String path, Person person) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return Optional.empty();
        }
        return marks.kept(current.getRequest())
                .flatMap(id -> row(id, marks.indexOf(person)))
                .filter(row -> row.isFor(path))
                .flatMap(this::taken);
    }

    /** Where the post that waits under this id came from, if it is this person's. */
    Optional<String> page(String id, Person person) {
        return row(id, marks.indexOf(person)).map(Row::path);
    }

    void keep(String id, String path, String whose, Map<String, String[]> fields) {
        jdbc.sql("delete from kept_post where expires_at <= :now")
                .param("now", Moments.at(clock.instant()))
                .update();
        jdbc.sql("insert into kept_post values (:id, :sealed, :path, :whose, :expires)")
                .param("id", key(id))
                .param("sealed", vault.seal(write(fields), CONTEXT + key(id)))
                .param("path", path)
                .param("whose", whose)
                .param("expires", Moments.at(clock.instant().plus(KEPT)))
                .update();
    }

    private Optional<MultiValueMap<String, String>> taken(Row row) {
        var deleted = jdbc.sql("delete from kept_post where id = :id")
                .param("id", row.key())
                .update();
        return deleted == 0 ? Optional.empty() : Optional.of(read(vault.open(row.sealed(), CONTEXT + row.key())));
    }

    private Optional<Row> row(String id, String whose) {
        return jdbc.sql(
                        """
                        select id, path, sealed from kept_post
                        where id = :id and account_index = :whose and expires_at > :now
                        """)
                .param("id", key(id))
                .param("whose", whose)
                .param("now", Moments.at(Instant.now(clock)))
                .query((row, number) -> new Row(row.getString("id"), row.getString("path"), row.getBytes("sealed")))
                .optional();
    }

    private String key(String id) {
        return vault.index(id, "kept_post");
    }

    private byte[] write(Map<String, String[]> fields) {
        try {
            return json.writeValueAsString(fields).getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MultiValueMap<String, String> read(byte[] fields) {
        try {
            return new LinkedMultiValueMap<>(json.readValue(fields, new TypeReference<Map<String, List<String>>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(String key, String path, byte[] sealed) {

        boolean isFor(String asked) {
            return path.split("\\?", 2)[0].equals(asked);
        }
    }
}
