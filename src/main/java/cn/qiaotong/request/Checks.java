package cn.qiaotong.request;

import cn.qiaotong.process.RequestId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checked conditions of each version of a request's answers, kept so that they can be explained at any time. */
@Repository
class Checks {

    private final JdbcClient jdbc;

    Checks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the checks of this version: a job that runs again leaves one set. */
    void replace(RequestId request, int version, List<Check> checks) {
        jdbc.sql("delete from request_check where request = :request and version = :version")
                .param("request", request.value())
                .param("version", version)
                .update();
        for (int place = 0; place < checks.size(); place++) {
            var check = checks.get(place);
            jdbc.sql(
                            """
                            insert into request_check (request, version, place, condition, met, given, policy_row, decided_by)
                            values (:request, :version, :place, :condition, :met, :given, :policyRow, :decidedBy)
                            """)
                    .param("request", request.value())
                    .param("version", version)
                    .param("place", place)
                    .param("condition", check.condition())
                    .param("met", check.met().name())
                    .param("given", check.given().orElse(null))
                    .param("policyRow", check.policyRow().orElse(null))
                    .param("decidedBy", check.decidedBy())
                    .update();
        }
    }

    List<Check> of(RequestId request, int version) {
        return jdbc.sql("select * from request_check where request = :request and version = :version order by place")
                .param("request", request.value())
                .param("version", version)
                .query((row, number) -> new Check(
                        row.getString("condition"),
                        Check.Met.valueOf(row.getString("met")),
                        Optional.ofNullable(row.getString("given")),
                        Optional.ofNullable(row.getObject("policy_row", UUID.class)),
                        row.getString("decided_by")))
                .list();
    }
}
