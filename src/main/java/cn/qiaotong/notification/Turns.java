package cn.qiaotong.notification;

import cn.qiaotong.column.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whose turn it is among a reader's deliveries that are due. It looks at a few at a time, so that a choice costs the same
 * however many wait, and whoever has had enough for this hour is put off until the hour is over and not looked at again.
 */
@Repository
class Turns {

    private static final int AT_A_TIME = 20;
    private static final Duration HOUR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next delivery to lease: one at a time for each recipient, in the order of the outbox within a request. */
    Optional<Delivery> next(String reader, Instant now) {
        var due = due(reader, now, new Place(Long.MIN_VALUE, new UUID(0, 0)));
        while (!due.isEmpty()) {
            for (var delivery : due) {
                if (hasTurn(delivery, now)) {
                    return Optional.of(delivery);
                }
            }
            var last = due.get(due.size() - 1);
            due = due(reader, now, new Place(last.message(), last.id()));
        }
        return Optional.empty();
    }

    private List<Delivery> due(String reader, Instant now, Place after) {
        return jdbc.sql(
                        """
                        select d.* from delivery d
                        where d.reader = :reader and d.done_at is null and d.dead_at is null
                          and (d.outbox > :outbox or d.outbox = :outbox and d.id > :id)
                          and d.next_at <= :now and (d.leased_until is null or d.leased_until <= :now)
                        order by d.reader, d.done_at, d.dead_at, d.outbox, d.id fetch first :most rows only
                        """)
                .param("reader", reader)
                .param("outbox", after.outbox())
                .param("id", after.id())
                .param("now", Moments.at(now))
                .param("most", AT_A_TIME)
                .query(Turns::read)
                .list();
    }

    private boolean hasTurn(Delivery delivery, Instant now) {
        return delivery.account()
                .map(account -> !isBehind(delivery, account, now) && !hadEnough(delivery, account, now))
                .orElse(true);
    }

    private boolean isBehind(Delivery delivery, UUID account, Instant now) {
        return jdbc.sql(
                                """
                        select count(*) from delivery e, delivery d
                        where d.id = :id and e.reader = d.reader and e.account = :account
                          and e.done_at is null and e.dead_at is null
                          and (e.leased_until > :now
                            or e.outbox < d.outbox and (e.request = d.request or e.next_at <= :now))
                        """)
                        .param("id", delivery.id())
                        .param("account", account)
                        .param("now", Moments.at(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean hadEnough(Delivery delivery, UUID account, Instant now) {
        var fifthLast = jdbc.sql(
                        """
                        select done_at from delivery
                        where reader = :reader and account = :account and done_at > :hourAgo
                        order by done_at desc offset :fewer rows fetch first 1 rows only
                        """)
                .param("reader", delivery.reader())
                .param("account", account)
                .param("hourAgo", Moments.at(now.minus(HOUR)))
                .param("fewer", Deliveries.AN_HOUR - 1)
                .query(OffsetDateTime.class)
                .optional();
        fifthLast.ifPresent(done -> jdbc.sql(
                        """
                        update delivery set next_at = :then
                        where reader = :reader and account = :account and done_at is null and dead_at is null
                          and next_at < :then
                        """)
                .param("then", done.plus(HOUR))
                .param("reader", delivery.reader())
                .param("account", account)
                .update());
        return fifthLast.isPresent();
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getString("reader"),
                row.getLong("outbox"),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getString("dedup_key"),
                row.getInt("attempts"));
    }

    /** How far the looking has come: the rows of one happening are told apart by their ids. */
    private record Place(long outbox, UUID id) {}
}
