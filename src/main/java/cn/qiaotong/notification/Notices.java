package cn.qiaotong.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import cn.qiaotong.notification.InboxPage.Position;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of everybody's inboxes; what is found and marked is always of one account. */
@Repository
class Notices {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Notices(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    boolean has(Message message, UUID account) {
        return jdbc.sql("select id from notification where outbox = :outbox and account = :account")
                .param("outbox", message.id())
                .param("account", account)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void insert(Message message, UUID account, Optional<Notice.Sent> sent) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into notification (id, outbox, account, code, request, params, created_at, language, sealed)
                        values (:id, :outbox, :account, :code, :request, :params, :at, :language, :sealed)
                        """)
                .param("id", id)
                .param("outbox", message.id())
                .param("account", account)
                .param("code", message.occasion().code())
                .param("request", message.request().map(RequestId::value).orElse(null))
                .param("params", message.params().text())
                .param("at", Moments.at(message.at()))
                .param("language", sent.map(Notice.Sent::language).orElse(null))
                .param(
                        "sealed",
                        sent.map(words -> vault.seal(words.text().getBytes(UTF_8), context(id)))
                                .orElse(null))
                .update();
    }

    /** The newest, those not yet read first, from a place on. */
    List<Notice> of(UUID account, boolean unreadOnly, Optional<Position> after, int rows) {
        var query = jdbc.sql(
                        """
                        select * from notification where account = :account %s %s
                        order by case when read_at is null then 0 else 1 end, created_at desc, outbox desc
                        fetch first %d rows only
                        """
                                .formatted(
                                        unreadOnly ? "and read_at is null" : "",
                                        after.map(Notices::beyond).orElse(""),
                                        rows))
                .param("account", account);
        after.ifPresent(place -> query.param("at", Moments.at(place.at())).param("outbox", place.outbox()));
        return query.query(this::read).list();
    }

    private static String beyond(Position place) {
        var older = "(created_at < :at or created_at = :at and outbox < :outbox)";
        return place.read()
                ? "and read_at is not null and " + older
                : "and (read_at is not null or %s)".formatted(older);
    }

    long unread(UUID account) {
        return jdbc.sql("select count(*) from notification where account = :account and read_at is null")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** Marks one of the account's own; says whether there is such a one. */
    boolean markRead(UUID id, UUID account) {
        return jdbc.sql(
                                """
                        update notification set read_at = coalesce(read_at, :now) where id = :id and account = :account
                        """)
                        .param("now", Moments.at(clock.instant()))
                        .param("id", id)
                        .param("account", account)
                        .update()
                > 0;
    }

    private Notice read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var language = row.getString("language");
        return new Notice(
                id,
                row.getLong("outbox"),
                row.getObject("account", UUID.class),
                Occasion.of(row.getString("code")),
                Optional.ofNullable(row.getObject("request", UUID.class)).map(RequestId::new),
                Params.read(row.getString("params")),
                Moments.of(row, "created_at"),
                Moments.find(row, "read_at"),
                Optional.ofNullable(row.getBytes("sealed"))
                        .map(kept -> new Notice.Sent(language, new String(vault.open(kept, context(id)), UTF_8))));
    }

    private static String context(UUID id) {
        return "notification|" + id;
    }
}
