package cn.qiaotong.notification;

import cn.qiaotong.column.Moments;
import cn.qiaotong.process.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has happened and has to be told, written in the transaction in which it happened: if that is rolled back, nobody
 * hears of it. Nothing leaves the desk but through here.
 */
@Repository
class Outbox {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Deliveries deliveries, Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Adds a line for the inbox to read, once for each key; the request's row is locked, so nobody adds the same meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Occasion occasion, RequestId request, Map<String, String> params, String key) {
        add(occasion, Optional.of(request), params, "%s.%s.%s".formatted(occasion.code(), request.value(), key));
    }

    /** Adds a line about a service and no request; the key names no service, for it goes into the heads of mails. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Occasion occasion, String service, Map<String, String> params, String key) {
        var about = new TreeMap<>(params);
        about.put(Params.SERVICE, service);
        add(occasion, Optional.empty(), about, "%s.%s".formatted(occasion.code(), key));
    }

    private void add(Occasion occasion, Optional<RequestId> request, Map<String, String> params, String dedupKey) {
        if (has(dedupKey)) {
            return;
        }
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into outbox (at, code, request, params, dedup_key)
                        values (:at, :code, :request, :params, :key)
                        """)
                .param("at", Moments.at(clock.instant()))
                .param("code", occasion.code())
                .param("request", request.map(RequestId::value).orElse(null))
                .param("params", new Params(params).text())
                .param("key", dedupKey)
                .update(id, "id");
        deliveries.add("inbox", find(id.getKeyAs(Long.class)), Optional.empty());
    }

    Message find(long id) {
        return jdbc.sql("select * from outbox where id = :id")
                .param("id", id)
                .query(Outbox::read)
                .single();
    }

    private boolean has(String dedupKey) {
        return jdbc.sql("select id from outbox where dedup_key = :key")
                .param("key", dedupKey)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getLong("id"),
                Moments.of(row, "at"),
                Occasion.of(row.getString("code")),
                Optional.ofNullable(row.getObject("request", UUID.class)).map(RequestId::new),
                Params.read(row.getString("params")),
                row.getString("dedup_key"));
    }
}
