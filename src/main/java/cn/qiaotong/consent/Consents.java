package cn.qiaotong.consent;

import cn.qiaotong.column.Moments;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.process.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The consents given with requests, each kept in the words and language that were read. */
@Repository
public class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(RequestId request, Consent consent) {
        jdbc.sql(
                        """
                        insert into request_consent (id, request, purpose, recipient, subject, evidence, wording, language, given_at)
                        values (:id, :request, :purpose, :recipient, :subject, :evidence, :wording, :language, :at)
                        """)
                .param("id", consent.id())
                .param("request", request.value())
                .param("purpose", consent.purpose())
                .param("recipient", consent.recipient().map(Organisation::key).orElse(null))
                .param("subject", consent.subject().orElse(null))
                .param("evidence", consent.evidence().orElse(null))
                .param("wording", consent.wording())
                .param("language", consent.language())
                .param("at", Moments.at(consent.givenAt()))
                .update();
    }

    public List<Consent> of(RequestId request) {
        return jdbc.sql(
                        "select * from request_consent where request = :request order by given_at, purpose, recipient, subject")
                .param("request", request.value())
                .query(Consents::read)
                .list();
    }

    /** Takes one consent back, and says whether it was still given; what was done before stays lawful (PIPL art. 15). */
    public boolean withdraw(RequestId request, UUID consent, Instant at) {
        return jdbc.sql("update request_consent set withdrawn_at = :at"
                                + " where request = :request and id = :id and withdrawn_at is null")
                        .param("at", Moments.at(at))
                        .param("request", request.value())
                        .param("id", consent)
                        .update()
                > 0;
    }

    /** Takes back every consent of a request; what was done before stays lawful (PIPL art. 15). */
    public void withdraw(RequestId request, Instant at) {
        jdbc.sql("update request_consent set withdrawn_at = :at where request = :request and withdrawn_at is null")
                .param("at", Moments.at(at))
                .param("request", request.value())
                .update();
    }

    public boolean referralLive(RequestId request, Organisation recipient) {
        return of(request).stream()
                .anyMatch(consent -> consent.live()
                        && consent.purpose().equals(Consent.REFERRAL)
                        && consent.recipient().equals(Optional.of(recipient)));
    }

    private static Consent read(ResultSet row, int number) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                Optional.ofNullable(row.getString("recipient")).map(Organisation::new),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getObject("evidence", UUID.class)),
                row.getString("wording"),
                row.getString("language"),
                Moments.of(row, "given_at"),
                Moments.find(row, "withdrawn_at"));
    }
}
