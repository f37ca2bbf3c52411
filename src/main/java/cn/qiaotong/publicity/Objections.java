package cn.qiaotong.publicity;

import cn.qiaotong.audit.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.column.Moments;
import cn.qiaotong.form.Answers;
import cn.qiaotong.request.Requests;
import cn.qiaotong.vault.Vault;
import cn.qiaotong.web.Conflict;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections to notices, sealed. Anybody may object, without a name, while the notice takes objections; the row of its
 * request is locked first, so that none slips in after the end was concluded. Who objected is recorded nowhere else, so what
 * bounds them is how many there are of a notice and of all within an hour.
 */
@Component
public class Objections {

    static final int OF_A_NOTICE = 500;
    static final int OF_A_NOTICE_WITHIN_THE_HOUR = 20;
    static final int WITHIN_THE_HOUR = 100;

    private final PublicNotices notices;
    private final Requests requests;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Clock clock;

    Objections(
            PublicNotices notices,
            Requests requests,
            JdbcClient jdbc,
            Vault vault,
            ApplicationEventPublisher events,
            AuditTrail audit,
            Clock clock) {
        this.notices = notices;
        this.requests = requests;
        this.jdbc = jdbc;
        this.vault = vault;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void make(String publicId, String reason, String contact) {
        var seen = notices.shown(publicId, clock.instant()).orElseThrow(NotFound::new);
        requests.locked(seen.request());
        var now = clock.instant();
        var notice = notices.of(seen.request()).orElseThrow(NotFound::new);
        if (!notice.takesObjections(now)) {
            throw new Conflict("publicity.objection.late");
        }
        refuseTooMany(notice, now);
        var id = UUID.randomUUID();
        jdbc.sql("insert into public_objection (id, notice, made_at, sealed) values (:id, :notice, :at, :sealed)")
                .param("id", id)
                .param("notice", notice.id())
                .param("at", Moments.at(now))
                .param(
                        "sealed",
                        vault.seal(
                                Answers.of(Map.of("reason", reason, "contact", contact))
                                        .json(),
                                context(id)))
                .update();
        events.publishEvent(new ObjectionMade(notice.request(), id));
        audit.record(new Act(
                Act.DISTRICT,
                "notice.objected",
                Optional.empty(),
                Optional.of(notice.request().value().toString()),
                Map.of("objection", id.toString())));
    }

    /** How many were made, to whatever notice, from one moment until just before another. */
    public long made(Instant from, Instant until) {
        return jdbc.sql("select count(*) from public_objection where made_at >= :from and made_at < :until")
                .param("from", Moments.at(from))
                .param("until", Moments.at(until))
                .query(Long.class)
                .single();
    }

    /** Those to one notice are counted under its lock; those to others may at one moment be a few more. */
    private void refuseTooMany(PublicNotice notice, Instant now) {
        if (count(notice) >= OF_A_NOTICE) {
            throw TooManyObjections.ofTheNotice();
        }
        var anHourAgo = now.minus(Duration.ofHours(1));
        if (since(anHourAgo, "notice = :notice", notice) >= OF_A_NOTICE_WITHIN_THE_HOUR
                || since(anHourAgo, "1 = 1", notice) >= WITHIN_THE_HOUR) {
            throw TooManyObjections.withinTheHour();
        }
    }

    private long since(Instant from, String which, PublicNotice notice) {
        return jdbc.sql("select count(*) from public_objection where made_at > :from and " + which)
                .param("from", Moments.at(from))
                .param("notice", notice.id())
                .query(Long.class)
                .single();
    }

    List<Objection> of(PublicNotice notice) {
        return jdbc.sql("select * from public_objection where notice = :notice order by made_at, id")
                .param("notice", notice.id())
                .query((row, number) -> {
                    var said = Answers.read(
                                    vault.open(row.getBytes("sealed"), context(row.getObject("id", UUID.class))))
                            .values();
                    return new Objection(
                            Moments.of(row, "made_at"),
                            String.valueOf(said.get("reason")),
                            String.valueOf(said.get("contact")));
                })
                .list();
    }

    long count(PublicNotice notice) {
        return jdbc.sql("select count(*) from public_objection where notice = :notice")
                .param("notice", notice.id())
                .query(Long.class)
                .single();
    }

    private static String context(UUID id) {
        return "objection|" + id;
    }
}
