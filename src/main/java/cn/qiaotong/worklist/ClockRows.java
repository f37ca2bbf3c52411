package cn.qiaotong.worklist;

import cn.qiaotong.calendar.Pause;
import cn.qiaotong.calendar.Term;
import cn.qiaotong.column.Moments;
import cn.qiaotong.process.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of clocks and their pauses. */
@Repository
class ClockRows {

    private final JdbcClient jdbc;

    ClockRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClockRow clock) {
        jdbc.sql(
                        """
                        insert into clock (id, request, due_key, organisation, term, opened_at, stage)
                        values (:id, :request, :dueKey, :organisation, :term, :openedAt, 0)
                        """)
                .param("id", clock.id())
                .param("request", clock.request().value())
                .param("dueKey", clock.dueKey())
                .param("organisation", clock.organisation().orElse(null))
                .param("term", clock.term().format())
                .param("openedAt", Moments.at(clock.openedAt()))
                .update();
    }

    List<ClockRow> open(RequestId request) {
        return jdbc.sql("select * from clock where request = :request and closed_at is null order by opened_at")
                .param("request", request.value())
                .query(this::read)
                .list();
    }

    Optional<ClockRow> find(UUID id) {
        return jdbc.sql("select * from clock where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The clocks of a request that have no due time yet, because a calendar was missing. */
    List<ClockRow> undated(int limit) {
        return jdbc.sql("select * from clock where closed_at is null and due_at is null and paused_at is null"
                        + " order by opened_at fetch first %d rows only".formatted(limit))
                .query(this::read)
                .list();
    }

    /** The requests whose clocks have a mark to tell of, the longest waiting first. */
    List<RequestId> dueForTelling(Instant now, int limit) {
        return jdbc.sql(
                        "select request, min(next_at) as first_at from clock where closed_at is null and next_at <= :now"
                                + " group by request order by first_at fetch first %d rows only".formatted(limit))
                .param("now", Moments.at(now))
                .query((row, number) -> new RequestId(row.getObject("request", UUID.class)))
                .list();
    }

    /** The clocks of one request with a mark to tell of; skips those that another node is telling of. */
    List<ClockRow> claimed(RequestId request, Instant now) {
        return jdbc
                .sql(
                        "select id from clock where request = :request and closed_at is null and next_at <= :now for update skip locked")
                .param("request", request.value())
                .param("now", Moments.at(now))
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    void runs(UUID id, Optional<Instant> due, Optional<Instant> next, int stage) {
        jdbc.sql("update clock set due_at = :due, next_at = :next, stage = :stage, paused_at = null where id = :id")
                .param("due", due.map(Moments::at).orElse(null))
                .param("next", next.map(Moments::at).orElse(null))
                .param("stage", stage)
                .param("id", id)
                .update();
    }

    void pause(UUID id, Instant at) {
        jdbc.sql("update clock set paused_at = :at, next_at = null where id = :id")
                .param("at", Moments.at(at))
                .param("id", id)
                .update();
    }

    void keepPause(UUID id, Pause pause, String reason) {
        jdbc.sql(
                        "insert into clock_pause (clock, paused_at, resumed_at, reason) values (:clock, :from, :until, :reason)")
                .param("clock", id)
                .param("from", Moments.at(pause.from()))
                .param("until", Moments.at(pause.until()))
                .param("reason", reason)
                .update();
    }

    void close(UUID id, Instant at) {
        jdbc.sql("update clock set closed_at = :at, next_at = null where id = :id")
                .param("at", Moments.at(at))
                .param("id", id)
                .update();
    }

    private List<Pause> pauses(UUID clock) {
        return jdbc.sql("select * from clock_pause where clock = :clock order by paused_at")
                .param("clock", clock)
                .query((row, number) -> new Pause(Moments.of(row, "paused_at"), Moments.of(row, "resumed_at")))
                .list();
    }

    private ClockRow read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new ClockRow(
                id,
                new RequestId(row.getObject("request", UUID.class)),
                row.getString("due_key"),
                Optional.ofNullable(row.getString("organisation")),
                Term.parse(row.getString("term")),
                Moments.of(row, "opened_at"),
                pauses(id),
                Moments.find(row, "paused_at"),
                row.getInt("stage"));
    }
}
