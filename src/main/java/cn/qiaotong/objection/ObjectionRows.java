package cn.qiaotong.objection;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of objections, their words sealed. */
@Repository
class ObjectionRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    ObjectionRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(RequestObjection objection, String text) {
        jdbc.sql(
                        """
                        insert into request_objection (id, request, organisation, made_at, sealed)
                        values (:id, :request, :organisation, :at, :sealed)
                        """)
                .param("id", objection.id())
                .param("request", objection.request().value())
                .param("organisation", objection.answering().key())
                .param("at", Moments.at(objection.madeAt()))
                .param("sealed", vault.seal(text.getBytes(UTF_8), context(objection.id())))
                .update();
    }

    Optional<RequestObjection> of(RequestId request) {
        return jdbc.sql("select * from request_objection where request = :request")
                .param("request", request.value())
                .query(ObjectionRows::read)
                .optional();
    }

    String text(RequestObjection objection) {
        var sealed = jdbc.sql("select sealed from request_objection where id = :id")
                .param("id", objection.id())
                .query((row, number) -> row.getBytes("sealed"))
                .single();
        return new String(vault.open(sealed, context(objection.id())), UTF_8);
    }

    void answering(RequestObjection objection, Organisation organisation) {
        jdbc.sql("update request_objection set organisation = :organisation where id = :id")
                .param("organisation", organisation.key())
                .param("id", objection.id())
                .update();
    }

    void answered(RequestId request, String outcome, Instant when) {
        jdbc.sql("update request_objection set outcome = :outcome, answered_at = :at where request = :request")
                .param("outcome", outcome)
                .param("at", Moments.at(when))
                .param("request", request.value())
                .update();
    }

    private static RequestObjection read(ResultSet row, int number) throws SQLException {
        return new RequestObjection(
                row.getObject("id", UUID.class),
                new RequestId(row.getObject("request", UUID.class)),
                new Organisation(row.getString("organisation")),
                Moments.of(row, "made_at"),
                Optional.ofNullable(row.getString("outcome")),
                Moments.find(row, "answered_at"));
    }

    private static String context(UUID id) {
        return "request-objection|" + id;
    }
}
