package cn.qiaotong.publicity;

import cn.qiaotong.column.Moments;
import cn.qiaotong.form.Answers;
import cn.qiaotong.process.RequestId;
import cn.qiaotong.vault.Vault;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices that were ever made, one to a request, each sealed; those that are shown are found by the time of asking. */
@Repository
public class PublicNotices {

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;
    private final Vault vault;

    PublicNotices(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void insert(PublicNotice notice) {
        var said = Answers.of(Map.of("firm", notice.firm(), "amount", notice.amount(), "demo", notice.demo()));
        jdbc.sql(
                        """
                        insert into public_notice (id, public_id, request, service, sealed, made_at, closes_at, gone_at)
                        values (:id, :publicId, :request, :service, :sealed, :madeAt, :closesAt, :goneAt)
                        """)
                .param("id", notice.id())
                .param("publicId", notice.publicId())
                .param("request", notice.request().value())
                .param("service", notice.service())
                .param("sealed", vault.seal(said.json(), context(notice.id())))
                .param("madeAt", Moments.at(notice.madeAt()))
                .param("closesAt", Moments.at(notice.closesAt()))
                .param("goneAt", Moments.at(notice.goneAt()))
                .update();
    }

    /** Those shown at this time, the newest first. */
    List<PublicNotice> shown(Instant now) {
        return jdbc.sql(
                        "select * from public_notice where gone_at > :now order by made_at desc, id fetch first %d rows only"
                                .formatted(SHOWN))
                .param("now", Moments.at(now))
                .query(this::read)
                .list();
    }

    Optional<PublicNotice> shown(String publicId, Instant now) {
        return jdbc.sql("select * from public_notice where public_id = :publicId and gone_at > :now")
                .param("publicId", publicId)
                .param("now", Moments.at(now))
                .query(this::read)
                .optional();
    }

    public Optional<PublicNotice> of(RequestId request) {
        return jdbc.sql("select * from public_notice where request = :request")
                .param("request", request.value())
                .query(this::read)
                .optional();
    }

    void conclude(PublicNotice notice, Instant now) {
        jdbc.sql("update public_notice set concluded_at = coalesce(concluded_at, :now) where id = :id")
                .param("now", Moments.at(now))
                .param("id", notice.id())
                .update();
    }

    private PublicNotice read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var said = Answers.read(vault.open(row.getBytes("sealed"), context(id))).values();
        return new PublicNotice(
                id,
                row.getString("public_id"),
                new RequestId(row.getObject("request", UUID.class)),
                row.getString("service"),
                (String) said.get("firm"),
                (BigDecimal) said.get("amount"),
                (Boolean) said.get("demo"),
                Moments.of(row, "made_at"),
                Moments.of(row, "closes_at"),
                Moments.of(row, "gone_at"),
                Moments.find(row, "concluded_at"));
    }

    private static String context(UUID id) {
        return "notice|" + id;
    }
}
