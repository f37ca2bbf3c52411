package cn.qiaotong.worklist;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Permission;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.TaskId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of waits, indexed for the way people look: by organisation and role, open first, the most urgent first. */
@Repository
class WaitRows {

    /** Stands for "no due time known yet", so that such waits come last on every database. */
    static final Instant NO_DUE = Instant.parse("9999-01-01T00:00:00Z");

    private static final String SELECT =
            """
            select w.*, r.public_id, r.receipt from waits w join request r on r.id = w.request
            """;

    private final JdbcClient jdbc;

    WaitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Wait wait, TaskId task, Optional<UUID> account, Optional<UUID> clock) {
        jdbc.sql(
                        """
                        insert into waits (id, request, task, service, element, role, organisation, account, clock,
                            opened_at, due_sort, holder, held_at, completed)
                        values (:id, :request, :task, :service, :element, :role, :organisation, :account, :clock,
                            :openedAt, :due, :holder, :heldAt, false)
                        """)
                .param("id", wait.id())
                .param("request", wait.request().value())
                .param("task", task.value())
                .param("service", wait.service())
                .param("element", wait.element())
                .param("role", wait.role())
                .param(
                        "organisation",
                        wait.organisation().map(Organisation::key).orElse(null))
                .param("account", account.orElse(null))
                .param("clock", clock.orElse(null))
                .param("openedAt", Moments.at(wait.openedAt()))
                .param("due", Moments.at(wait.due().orElse(NO_DUE)))
                .param("holder", wait.holder().orElse(null))
                .param("heldAt", wait.heldAt().map(Moments::at).orElse(null))
                .update();
    }

    /** Marks a wait that nobody may take who closed another step of its request. */
    void onlyForUninvolved(UUID wait) {
        jdbc.sql("update waits set uninvolved = true where id = :id")
                .param("id", wait)
                .update();
    }

    List<Wait> open(Permission permission, Optional<WaitPage.Position> after, int limit) {
        return all(permission.and(new Permission(Measure.OPEN.predicate(), Map.of())), after, limit);
    }

    /** Open and closed waits, the first due first. */
    List<Wait> all(Permission permission, Optional<WaitPage.Position> after, int limit) {
        var predicate =
                after.map(position -> permission.and(afterwards(position))).orElse(permission);
        return jdbc.sql(SELECT
                        + "where %s order by w.due_sort, w.id fetch first %d rows only"
                                .formatted(predicate.predicate(), limit))
                .params(predicate.values())
                .query(WaitRows::read)
                .list();
    }

    private static Permission afterwards(WaitPage.Position position) {
        return new Permission(
                "w.due_sort > :afterDue or (w.due_sort = :afterDue and w.id > :afterId)",
                Map.of("afterDue", Moments.at(position.due()), "afterId", position.id()));
    }

    long countAll(Permission permission) {
        return jdbc.sql("select count(*) from waits w where " + permission.predicate())
                .params(permission.values())
                .query(Long.class)
                .single();
    }

    /** How many there are, counted no further than the limit. */
    long count(Permission permission, int limit) {
        return jdbc.sql("select count(*) from (select 1 from waits w join request r on r.id = w.request"
                        + " where w.closed_at is null and %s fetch first %d rows only) counted"
                                .formatted(permission.predicate(), limit))
                .params(permission.values())
                .query(Long.class)
                .single();
    }

    Optional<Wait> open(String publicId, String element, Permission permission) {
        return jdbc.sql(SELECT
                        + "where w.closed_at is null and r.public_id = :publicId and w.element = :step and "
                        + permission.predicate())
                .param("publicId", publicId)
                .param("step", element)
                .params(permission.values())
                .query(WaitRows::read)
                .optional();
    }

    /** The last wait of this step, open or not, for telling a loser who was faster. */
    Optional<Wait> latest(String publicId, String element, Permission permission) {
        return jdbc.sql(SELECT
                        + "where r.public_id = :publicId and w.element = :step and %s order by w.opened_at desc, w.id fetch first 1 rows only"
                                .formatted(permission.predicate()))
                .param("publicId", publicId)
                .param("step", element)
                .params(permission.values())
                .query(WaitRows::read)
                .optional();
    }

    List<Wait> of(RequestId request) {
        return jdbc.sql(SELECT + "where w.request = :request order by w.opened_at, w.id")
                .param("request", request.value())
                .query(WaitRows::read)
                .list();
    }

    /** The clocks by which the open waits of a request run. */
    Set<UUID> runningClocks(RequestId request) {
        return jdbc.sql("select clock from waits where request = :request and closed_at is null and clock is not null")
                .param("request", request.value())
                .query(UUID.class)
                .set();
    }

    TaskId task(UUID wait) {
        return new TaskId(jdbc.sql("select task from waits where id = :id")
                .param("id", wait)
                .query(String.class)
                .single());
    }

    /** Gives an open wait that nobody holds to this account, and says whether it was so. */
    boolean take(UUID wait, UUID account, Instant when) {
        return jdbc.sql("update waits set holder = :holder, held_at = :at"
                                + " where id = :id and holder is null and closed_at is null")
                        .param("holder", account)
                        .param("at", Moments.at(when))
                        .param("id", wait)
                        .update()
                > 0;
    }

    void hold(UUID wait, Optional<UUID> holder, Instant when) {
        jdbc.sql("update waits set holder = :holder, held_at = :at where id = :id")
                .param("holder", holder.orElse(null))
                .param("at", holder.isPresent() ? Moments.at(when) : null)
                .param("id", wait)
                .update();
    }

    /** Notes who is closing a wait, before the engine says that it is closed. */
    void closing(UUID wait, Person person) {
        jdbc.sql("update waits set closed_by = :account, closed_human = :human where id = :id")
                .param("account", person.account())
                .param("human", person.human())
                .param("id", wait)
                .update();
    }

    void close(TaskId task, boolean completed, Instant when) {
        jdbc.sql("update waits set closed_at = :at, completed = :completed where task = :task")
                .param("at", Moments.at(when))
                .param("completed", completed)
                .param("task", task.value())
                .update();
    }

    void due(UUID clock, Instant due) {
        jdbc.sql("update waits set due_sort = :due where clock = :clock and closed_at is null")
                .param("due", Moments.at(due))
                .param("clock", clock)
                .update();
    }

    private static Wait read(ResultSet row, int number) throws SQLException {
        return new Wait(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("request", UUID.class)),
                row.getString("public_id"),
                row.getString("receipt"),
                row.getString("service"),
                row.getString("element"),
                row.getString("role"),
                Optional.ofNullable(row.getString("organisation")).map(Organisation::new),
                Moments.of(row, "opened_at"),
                Optional.of(Moments.of(row, "due_sort")).filter(due -> due.isBefore(NO_DUE)),
                Optional.ofNullable(row.getObject("holder", UUID.class)),
                Moments.find(row, "held_at"),
                Moments.find(row, "closed_at"),
                row.getBoolean("completed"),
                Optional.ofNullable(row.getObject("closed_by", UUID.class)));
    }
}
