package cn.qiaotong.request;

import cn.qiaotong.calendar.Term;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyValues;
import cn.qiaotong.process.RequestId;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy rows that a request froze on its submission date; a later change of policy never reaches it. */
@Component
public class FrozenPolicies {

    private final JdbcClient jdbc;
    private final Policies policies;

    FrozenPolicies(JdbcClient jdbc, Policies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    void freeze(RequestId request, PolicyValues values) {
        var pairs = values.rowIds().stream()
                .map(row -> new Object[] {request.value(), row})
                .toList();
        if (!pairs.isEmpty()) {
            jdbc.sql("insert into request_policy (request, policy_row) values :pairs")
                    .param("pairs", pairs)
                    .update();
        }
    }

    /** The time that policy promised this request under a key. */
    public Term due(RequestId request, String key) {
        return Term.parse(String.valueOf(of(request).required(key).value()));
    }

    /** When the desk closes for this request; one older than the promise has what was promised when it was filed. */
    public Optional<LocalTime> closingTime(RequestId request) {
        var frozen = of(request);
        return frozen.closingTime()
                .or(() -> policies.on(Policies.SHARED, frozen.day()).closingTime());
    }

    public PolicyValues of(RequestId request) {
        return policies.frozen(jdbc.sql("select policy_row from request_policy where request = :request")
                .param("request", request.value())
                .query(UUID.class)
                .list());
    }
}
