package cn.qiaotong.request;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Permission;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.process.RequestLock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of requests. Everything that acts on one locks its row here first, jobs of the engine included. */
@Repository
class RequestRows implements RequestLock {

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Request request) {
        jdbc.sql(
                        """
                        insert into request (id, public_id, receipt, service, deployment, state, applicant, applicant_human,
                            language, withdrawable, version, policy_day, submitted_at)
                        values (:id, :publicId, :receipt, :service, :deployment, :state, :applicant, :human,
                            :language, :withdrawable, :version, :policyDay, :submittedAt)
                        """)
                .param("id", request.id().value())
                .param("publicId", request.publicId())
                .param("receipt", request.receipt())
                .param("service", request.service())
                .param("deployment", request.deployment())
                .param("state", request.state().name())
                .param("applicant", request.applicant())
                .param("human", request.applicantHuman())
                .param("language", request.language())
                .param("withdrawable", request.withdrawable())
                .param("version", request.version())
                .param("policyDay", request.policyDay())
                .param("submittedAt", Moments.at(request.submittedAt()))
                .update();
    }

    /** Locks the row until the transaction ends. */
    Optional<Request> locked(RequestId id) {
        return jdbc.sql("select * from request r where id = :id for update")
                .param("id", id.value())
                .query(RequestRows::read)
                .optional();
    }

    @Override
    public void lock(RequestId request) {
        locked(request);
    }

    Optional<Request> find(RequestId id) {
        return jdbc.sql("select * from request r where id = :id")
                .param("id", id.value())
                .query(RequestRows::read)
                .optional();
    }

    Optional<Request> find(String publicId, Permission permission) {
        return jdbc.sql("select * from request r where r.public_id = :publicId and " + permission.predicate())
                .param("publicId", publicId)
                .params(permission.values())
                .query(RequestRows::read)
                .optional();
    }

    boolean sees(RequestId id, Permission permission) {
        return jdbc.sql("select count(*) from request r where r.id = :id and " + permission.predicate())
                        .param("id", id.value())
                        .params(permission.values())
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Request> findByReceipt(String receipt, Permission permission) {
        return jdbc.sql("select * from request r where r.receipt = :receipt and " + permission.predicate())
                .param("receipt", receipt)
                .params(permission.values())
                .query(RequestRows::read)
                .optional();
    }

    List<Request> newest(Permission permission, int limit) {
        return jdbc.sql("select * from request r where %s order by r.submitted_at desc, r.id fetch first %d rows only"
                        .formatted(permission.predicate(), limit))
                .params(permission.values())
                .query(RequestRows::read)
                .list();
    }

    void waitsFor(RequestId id, RequestState state) {
        jdbc.sql("update request set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    void withdrawable(RequestId id, boolean withdrawable) {
        jdbc.sql("update request set withdrawable = :withdrawable where id = :id")
                .param("withdrawable", withdrawable)
                .param("id", id.value())
                .update();
    }

    void version(RequestId id, int version) {
        jdbc.sql("update request set version = :version where id = :id")
                .param("version", version)
                .param("id", id.value())
                .update();
    }

    void close(RequestId id, RequestState state, String outcome, Instant when) {
        jdbc.sql(
                        "update request set state = :state, outcome = :outcome, closed_at = :at, withdrawable = false where id = :id")
                .param("state", state.name())
                .param("outcome", outcome)
                .param("at", Moments.at(when))
                .param("id", id.value())
                .update();
    }

    private static Request read(ResultSet row, int number) throws SQLException {
        return new Request(
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("public_id"),
                row.getString("receipt"),
                row.getString("service"),
                row.getString("deployment"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("applicant", UUID.class),
                row.getObject("applicant_human", UUID.class),
                row.getString("language"),
                row.getBoolean("withdrawable"),
                row.getInt("version"),
                row.getObject("policy_day", LocalDate.class),
                Moments.of(row, "submitted_at"),
                Moments.find(row, "closed_at"),
                Optional.ofNullable(row.getString("outcome")));
    }
}
