package cn.qiaotong.request;

import cn.qiaotong.column.Moments;
import cn.qiaotong.form.Answers;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decisions taken at a request's steps, sealed, in the order in which they were taken. */
@Component
public class TaskDecisions {

    private final JdbcClient jdbc;
    private final Vault vault;

    TaskDecisions(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(RequestId request, TaskDecision decision) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into request_decision (id, request, element, role, organisation, account, decided_at, sealed)
                        values (:id, :request, :element, :role, :organisation, :account, :at, :sealed)
                        """)
                .param("id", id)
                .param("request", request.value())
                .param("element", decision.element())
                .param("role", decision.role())
                .param(
                        "organisation",
                        decision.organisation().map(Organisation::key).orElse(null))
                .param("account", decision.account())
                .param("at", Moments.at(decision.decidedAt()))
                .param("sealed", vault.seal(decision.answers().json(), "decision|" + id))
                .update();
    }

    public List<TaskDecision> of(RequestId request) {
        return jdbc.sql("select * from request_decision where request = :request order by decided_at, place")
                .param("request", request.value())
                .query((row, number) -> new TaskDecision(
                        row.getString("element"),
                        row.getString("role"),
                        Optional.ofNullable(row.getString("organisation")).map(Organisation::new),
                        row.getObject("account", UUID.class),
                        Moments.of(row, "decided_at"),
                        Answers.read(
                                vault.open(row.getBytes("sealed"), "decision|" + row.getObject("id", UUID.class)))))
                .list();
    }
}
