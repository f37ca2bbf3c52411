package cn.qiaotong.notification;

import cn.qiaotong.column.Moments;
import cn.qiaotong.process.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far each reader of the outbox has come. A delivery is leased to one node, tried again after a while when it fails, and
 * laid aside as dead when it has failed too often, so that it holds up nobody else's.
 */
@Repository
class Deliveries {

    /** How many of a reader's deliveries one recipient gets within an hour; the others wait. */
    static final int AN_HOUR = 5;

    static final Duration LEASE = Duration.ofMinutes(2);

    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));
    private static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final Turns turns;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Turns turns, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.clock = clock;
    }

    void add(String reader, Message message, Optional<UUID> account) {
        jdbc.sql(
                        """
                        insert into delivery (id, reader, outbox, request, account, dedup_key, attempts, next_at)
                        values (:id, :reader, :outbox, :request, :account, :key, 0, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("reader", reader)
                .param("outbox", message.id())
                .param("request", message.request().map(RequestId::value).orElse(null))
                .param("account", account.orElse(null))
                .param("key", keyOf(reader, message, account))
                .param("now", Moments.at(clock.instant()))
                .update();
    }

    private static String keyOf(String reader, Message message, Optional<UUID> account) {
        return "%s.%s%s"
                .formatted(
                        reader, message.dedupKey(), account.map(id -> "." + id).orElse(""));
    }

    /**
     * Leases the next delivery of a reader that is due. One recipient has one at a time, in the order of the outbox within a
     * request; readers on other nodes wait for this short choice, so that an hour's limit holds among them too.
     */
    @Transactional
    public Optional<Delivery> lease(String reader) {
        var now = clock.instant();
        jdbc.sql("select reader from outbox_reader where reader = :reader for update")
                .param("reader", reader)
                .query(String.class)
                .single();
        var next = turns.next(reader, now);
        next.ifPresent(delivery -> jdbc.sql("update delivery set leased_until = :until where id = :id")
                .param("until", Moments.at(now.plus(LEASE)))
                .param("id", delivery.id())
                .update());
        return next;
    }

    @Transactional
    public void done(Delivery delivery) {
        jdbc.sql("update delivery set done_at = :now, leased_until = null, failure = null where id = :id")
                .param("now", Moments.at(clock.instant()))
                .param("id", delivery.id())
                .update();
    }

    /** Tries again a while later without counting an attempt: it is not this delivery that is wrong. */
    @Transactional
    public void later(Delivery delivery, Duration pause) {
        jdbc.sql("update delivery set next_at = :next, leased_until = null where id = :id")
                .param("next", Moments.at(clock.instant().plus(pause)))
                .param("id", delivery.id())
                .update();
    }

    /** Counts a failure, kept as the kind of fault and never in its words; the last one lays the delivery aside. */
    @Transactional
    public void failed(Delivery delivery, RuntimeException fault) {
        var now = clock.instant();
        var attempts = delivery.attempts() + 1;
        var pause = PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
        jdbc.sql(
                        """
                        update delivery set attempts = :attempts, next_at = :next, dead_at = :dead, failure = :failure,
                            leased_until = null
                        where id = :id
                        """)
                .param("attempts", attempts)
                .param("next", Moments.at(now.plus(pause)))
                .param("dead", attempts < MOST_ATTEMPTS ? null : Moments.at(now))
                .param("failure", fault.getClass().getSimpleName())
                .param("id", delivery.id())
                .update();
    }
}
