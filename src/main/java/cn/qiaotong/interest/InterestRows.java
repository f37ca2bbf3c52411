package cn.qiaotong.interest;

import cn.qiaotong.column.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of interests: one row for an account and a service, asked and stopped as often as they like. */
@Repository
class InterestRows {

    private final JdbcClient jdbc;

    InterestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Interest interest) {
        jdbc.sql(
                        """
                        insert into interest (id, account, service, awaited, asked_at, stop_key)
                        values (:id, :account, :service, :awaited, :at, :key)
                        """)
                .param("id", interest.id())
                .param("account", interest.account())
                .param("service", interest.service())
                .param("awaited", interest.awaited())
                .param("at", Moments.at(interest.askedAt()))
                .param("key", interest.stopKey())
                .update();
    }

    /** Tells again from now on; whoever awaits a service for the first time registers now. */
    void resume(Interest interest, boolean awaited, Instant now) {
        jdbc.sql("update interest set stopped_at = null, awaited = :awaited, asked_at = :at where id = :id")
                .param("awaited", interest.awaited() || awaited)
                .param("at", Moments.at(awaited && !interest.awaited() ? now : interest.askedAt()))
                .param("id", interest.id())
                .update();
    }

    void stop(Interest interest, Instant now) {
        jdbc.sql("update interest set stopped_at = :at where id = :id")
                .param("at", Moments.at(now))
                .param("id", interest.id())
                .update();
    }

    Optional<Interest> find(UUID account, String service) {
        return jdbc.sql("select * from interest where account = :account and service = :service")
                .param("account", account)
                .param("service", service)
                .query(InterestRows::read)
                .optional();
    }

    Optional<Interest> byStopKey(String key) {
        return jdbc.sql("select * from interest where stop_key = :key")
                .param("key", key)
                .query(InterestRows::read)
                .optional();
    }

    List<Interest> live(UUID account) {
        return jdbc.sql(
                        "select * from interest where account = :account and stopped_at is null order by asked_at, service")
                .param("account", account)
                .query(InterestRows::read)
                .list();
    }

    Set<UUID> followers(String service) {
        return Set.copyOf(jdbc.sql("select account from interest where service = :service and stopped_at is null")
                .param("service", service)
                .query(UUID.class)
                .list());
    }

    long registered(String service) {
        return jdbc.sql("select count(*) from interest where service = :service and awaited = true")
                .param("service", service)
                .query(Long.class)
                .single();
    }

    /** When people registered, the newest first, after so many others. */
    List<Instant> dates(String service, int skip, int rows) {
        return jdbc.sql(
                        """
                        select asked_at from interest where service = :service and awaited = true
                        order by asked_at desc, id offset %d rows fetch next %d rows only
                        """
                                .formatted(skip, rows))
                .param("service", service)
                .query((row, number) -> Moments.of(row, "asked_at"))
                .list();
    }

    private static Interest read(ResultSet row, int number) throws SQLException {
        return new Interest(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("service"),
                row.getBoolean("awaited"),
                Moments.of(row, "asked_at"),
                Moments.find(row, "stopped_at"),
                row.getString("stop_key"));
    }
}
