package cn.qiaotong.request;

import cn.qiaotong.column.Moments;
import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of supplement notices; an officer's reason is sealed, for it may speak of the person. */
@Repository
class SupplementRows {

    private final JdbcClient jdbc;
    private final Vault vault;

    SupplementRows(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(RequestId request, UUID askedBy, Supplement supplement) {
        jdbc.sql(
                        """
                        insert into supplement (id, request, asked_by, organisation, ground, asked_at, from_version)
                        values (:id, :request, :askedBy, :organisation, :ground, :askedAt, :fromVersion)
                        """)
                .param("id", supplement.id())
                .param("request", request.value())
                .param("askedBy", askedBy)
                .param(
                        "organisation",
                        supplement.organisation().map(Organisation::key).orElse(null))
                .param("ground", supplement.ground().map(Ground::key).orElse(null))
                .param("askedAt", Moments.at(supplement.askedAt()))
                .param("fromVersion", supplement.fromVersion())
                .update();
        for (int place = 0; place < supplement.items().size(); place++) {
            insert(supplement.id(), place, supplement.items().get(place));
        }
    }

    private void insert(UUID supplement, int place, Supplement.Item item) {
        jdbc.sql(
                        "insert into supplement_item (supplement, place, field, sealed_reason) values (:supplement, :place, :field, :reason)")
                .param("supplement", supplement)
                .param("place", place)
                .param("field", item.field())
                .param(
                        "reason",
                        vault.seal(item.reason().getBytes(StandardCharsets.UTF_8), itemContext(supplement, place)))
                .update();
    }

    List<Supplement> of(RequestId request) {
        return jdbc.sql("select * from supplement where request = :request order by place")
                .param("request", request.value())
                .query(this::read)
                .list();
    }

    void typed(UUID supplement, Typed typed) {
        jdbc.sql("update supplement set sealed_typed = :sealed where id = :id")
                .param("sealed", vault.seal(typed.json(), typedContext(supplement)))
                .param("id", supplement)
                .update();
    }

    /** Marks the notice that waits for it as sent, and says whether one did. */
    boolean sent(RequestId request, Instant at) {
        return mark("sent_at", request, at);
    }

    boolean withheld(RequestId request, Instant at) {
        return mark("withheld_at", request, at);
    }

    private boolean mark(String column, RequestId request, Instant at) {
        return jdbc.sql("update supplement set %s = :at where request = :request".formatted(column)
                                + " and sent_at is null and withheld_at is null")
                        .param("at", Moments.at(at))
                        .param("request", request.value())
                        .update()
                > 0;
    }

    void answered(UUID supplement, int toVersion, Instant at) {
        jdbc.sql("update supplement set answered_at = :at, to_version = :version, sealed_typed = null where id = :id")
                .param("at", Moments.at(at))
                .param("version", toVersion)
                .param("id", supplement)
                .update();
    }

    private List<Supplement.Item> items(UUID supplement) {
        return jdbc.sql("select * from supplement_item where supplement = :supplement order by place")
                .param("supplement", supplement)
                .query((row, number) -> new Supplement.Item(
                        row.getString("field"),
                        new String(
                                vault.open(row.getBytes("sealed_reason"), itemContext(supplement, row.getInt("place"))),
                                StandardCharsets.UTF_8)))
                .list();
    }

    private Supplement read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Supplement(
                id,
                Optional.ofNullable(row.getString("organisation")).map(Organisation::new),
                Optional.ofNullable(row.getString("ground")).flatMap(Ground::of),
                Moments.of(row, "asked_at"),
                row.getInt("from_version"),
                items(id),
                Optional.ofNullable(row.getBytes("sealed_typed"))
                        .map(kept -> Typed.read(vault.open(kept, typedContext(id)))),
                Moments.find(row, "sent_at"),
                Moments.find(row, "withheld_at"),
                Moments.find(row, "answered_at"),
                Optional.ofNullable(row.getObject("to_version", Integer.class)));
    }

    private static String itemContext(UUID supplement, int place) {
        return "supplement-item|%s|%d".formatted(supplement, place);
    }

    private static String typedContext(UUID supplement) {
        return "supplement|" + supplement;
    }
}
