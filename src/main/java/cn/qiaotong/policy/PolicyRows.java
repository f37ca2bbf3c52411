package cn.qiaotong.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of policy rows: rows are added and superseded, never changed or removed, so each is read into memory once. */
final class PolicyRows {

    private static final String SELECT = "select * from policy_row ";

    private final JdbcClient jdbc;
    private final Map<UUID, PolicyRow> known = new ConcurrentHashMap<>();

    PolicyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PolicyRow> inForce(Collection<String> services, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                        where superseded_at is null and service in (:services) and from_day <= :day
                            and (until_day is null or until_day >= :day)""")
                .param("services", services)
                .param("day", day)
                .query(this::row)
                .list();
    }

    List<PolicyRow> begun(String kind, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + "where superseded_at is null and kind = ? and from_day <= ? order by from_day, service, row_key")
                .params(kind, day)
                .query(this::row)
                .list();
    }

    /** The rows whose last day is one of these, and all others of their folders and keys. */
    List<PolicyRow> endingBetween(LocalDate first, LocalDate last) {
        return jdbc.sql(
                        """
                        select r.* from policy_row r where r.superseded_at is null and exists (select 1 from policy_row e
                            where e.service = r.service and e.row_key = r.row_key and e.superseded_at is null
                                and e.until_day between :first and :last)""")
                .param("first", first)
                .param("last", last)
                .query(this::row)
                .list();
    }

    List<PolicyRow> byIds(Collection<UUID> ids) {
        var unread = ids.stream().filter(id -> !known.containsKey(id)).toList();
        if (!unread.isEmpty()) {
            jdbc.sql(SELECT + "where id in (:ids)")
                    .param("ids", unread)
                    .query(this::row)
                    .list();
        }
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** The rows of a folder that are not superseded. */
    List<PolicyRow> current(String service) {
        return jdbc.sql(SELECT + "where superseded_at is null and service = ?")
                .param(service)
                .query(this::row)
                .list();
    }

    /** Whether the folder has ever had a row. */
    boolean any(String service) {
        return jdbc.sql("select count(*) from policy_row where service = ?")
                        .param(service)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(PolicyRow row, Instant now) {
        jdbc.sql(
                        """
                        insert into policy_row (id, service, kind, row_key, row_value, unit, texts, from_day, until_day,
                            source_key, source_title, source_number, source_url, source_published, confidence, note,
                            entered_by, approved_by, content, loaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        row.id(),
                        row.service(),
                        row.kind(),
                        row.key(),
                        Json.write(row.value()),
                        row.unit(),
                        Json.write(row.texts()),
                        row.from(),
                        row.until().orElse(null),
                        row.source().key(),
                        row.source().title(),
                        row.source().number().orElse(null),
                        row.source().url().orElse(null),
                        row.source().published().orElse(null),
                        row.confidence(),
                        row.note(),
                        row.enteredBy(),
                        row.approvedBy(),
                        content(row),
                        Moments.at(now)))
                .update();
    }

    void supersede(PolicyRow row, String by, Instant now) {
        jdbc.sql("update policy_row set superseded_at = ?, superseded_by = ? where id = ?")
                .params(Moments.at(now), by, row.id())
                .update();
    }

    /** The same for two rows that say the same, whatever their ids. */
    static String content(PolicyRow row) {
        var said = List.of(
                row.kind(),
                row.key(),
                row.value(),
                row.unit(),
                row.texts(),
                row.from(),
                row.until().map(LocalDate::toString).orElse(""),
                row.source().key(),
                row.source().title(),
                row.source().number().orElse(""),
                row.source().url().orElse(""),
                row.source().published().map(LocalDate::toString).orElse(""),
                row.confidence(),
                row.note(),
                row.enteredBy(),
                row.approvedBy());
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(Json.write(said).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private PolicyRow row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        if (!known.containsKey(id)) {
            known.put(id, read(id, row));
        }
        return known.get(id);
    }

    private static PolicyRow read(UUID id, ResultSet row) throws SQLException {
        return new PolicyRow(
                id,
                row.getString("service"),
                row.getString("kind"),
                row.getString("row_key"),
                Json.read(row.getString("row_value")),
                row.getString("unit"),
                texts(row.getString("texts")),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                source(row),
                row.getString("confidence"),
                row.getString("entered_by"),
                row.getString("approved_by"),
                row.getString("note"));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getString("source_key"),
                row.getString("source_title"),
                Optional.ofNullable(row.getString("source_number")),
                Optional.ofNullable(row.getString("source_url")),
                Optional.ofNullable(row.getObject("source_published", LocalDate.class)));
    }

    private static Map<String, String> texts(String json) {
        var texts = new TreeMap<String, String>();
        ((Map<?, ?>) Json.read(json)).forEach((language, text) -> texts.put((String) language, (String) text));
        return texts;
    }
}
