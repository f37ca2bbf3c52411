package cn.qiaotong;

import static cn.qiaotong.Southbound.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.audit.Verification;
import cn.qiaotong.identity.Role;
import cn.qiaotong.notification.Post;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.worklist.Waits;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One request goes its whole way; every act of it is told, recorded, and undone if it cannot be recorded. */
@WholeDesk
class WholeWayTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AuditTrail audit;

    @Autowired
    Waits waits;

    @Autowired
    CaseFiles files;

    @Autowired
    MutableClock clock;

    Acts acts;

    @BeforeEach
    void begin() {
        clock.set(WholeDesk.TestClock.MONDAY);
        acts = Acts.with(beans);
    }

    @Test
    void reachesTheBankThroughASupplement() {
        var applicant = acts.applicant("way-" + UUID.randomUUID());
        var request = acts.apply(SERVICE, applicant, Southbound.answers());
        assertThat(acts.now(request).state()).isEqualTo(RequestState.DISTRICT_REVIEW);

        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("phone", "号码无法接通"));
        assertThat(acts.now(request).state()).isEqualTo(RequestState.SUPPLEMENT);
        acts.supplement(request, applicant, Map.of("phone", "13900139000"));
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        assertThat(acts.now(request).state()).isEqualTo(RequestState.PARTNER_DECISION);
        acts.decide(request, "bank-review", Map.of("bank_outcome", "account_paired"), Map.of());
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());

        var closed = acts.now(request);
        assertThat(closed.state()).isEqualTo(RequestState.CLOSED);
        assertThat(closed.outcome()).contains("account-paired");
        assertThat(closed.version()).isEqualTo(2);
        assertThat(files.own(request.publicId(), applicant).answers().get("phone"))
                .hasValueSatisfying(phone -> assertThat(phone.toString()).endsWith("13900139000"));
        assertThat(waits.of(closed)).hasSize(6).noneMatch(wait -> wait.isOpen());
        assertThat(recorded(request))
                .containsExactly(
                        "request.submitted",
                        "wait.claimed",
                        "wait.completed",
                        "supplement.answered",
                        "wait.completed",
                        "wait.claimed",
                        "wait.completed",
                        "request.referred",
                        "wait.claimed",
                        "wait.completed",
                        "wait.claimed",
                        "wait.completed",
                        "request.closed");
        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
        Post.dispatch(beans);
        assertThat(told(request))
                .containsExactly("request-submitted", "supplement-asked", "request-referred", "request-closed");
    }

    @Test
    void recordsWhoTakesBackAndWhoReads() {
        var applicant = acts.applicant("way-" + UUID.randomUUID());
        var request = acts.apply(SERVICE, applicant, Southbound.answers());
        files.asStaff(request.publicId(), acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT));
        waits.claim(request.publicId(), "intake", acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT));
        waits.release(request.publicId(), "intake", acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT));
        acts.withdraw(request, applicant);

        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(recorded(request))
                .containsExactly(
                        "request.submitted",
                        "request.read",
                        "wait.claimed",
                        "wait.released",
                        "request.closed",
                        "request.withdrawn");
    }

    @Test
    void nothingHappensThatCannotBeRecorded() {
        var applicant = acts.applicant("way-" + UUID.randomUUID());
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT);
        var draft = acts.draft(SERVICE, applicant, Southbound.answers());
        refusedAndUndone(() -> acts.submit(draft, applicant));
        var request = acts.submit(draft, applicant);

        refusedAndUndone(() -> waits.claim(request.publicId(), "intake", reviewer));
        waits.claim(request.publicId(), "intake", reviewer);
        refusedAndUndone(() ->
                acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("phone", "号码无法接通")));
        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("phone", "号码无法接通"));
        refusedAndUndone(() -> acts.supplement(request, applicant, Map.of("phone", "13900139000")));
        refusedAndUndone(() -> acts.withdraw(request, applicant));
        acts.withdraw(request, applicant);

        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(audit.verify("district")).isInstanceOf(Verification.Intact.class);
    }

    /** Lets the database refuse every further row of the record while the act is tried. */
    private void refusedAndUndone(ThrowingCallable act) {
        var before = everything();
        jdbc.sql("alter table audit_entry add constraint full_up check (seq <= (%d))"
                        .formatted(jdbc.sql("select max(seq) from audit_entry")
                                .query(Long.class)
                                .single()))
                .update();
        try {
            assertThatThrownBy(act).isInstanceOf(RuntimeException.class);
        } finally {
            jdbc.sql("alter table audit_entry drop constraint full_up").update();
        }
        assertThat(everything()).isEqualTo(before);
    }

    private Map<String, Object> everything() {
        return jdbc.sql(
                        """
                        select (select count(*) from audit_entry) as acts, (select max(seq) from audit_head) as head,
                            (select count(*) from draft) as drafts, (select count(*) from request) as requests,
                            (select sum(version) from request) as versions,
                            (select count(*) from request where closed_at is null) as open_requests,
                            (select count(*) from request_answers) as answers,
                            (select count(*) from waits) as waits, (select count(*) from waits where closed_at is null) as open,
                            (select count(holder) from waits) as held, (select count(*) from clock) as clocks,
                            (select count(*) from request_decision) as decisions,
                            (select count(*) from supplement) as supplements,
                            (select count(answered_at) from supplement) as answered,
                            (select count(*) from outbox) as messages, (select count(*) from act_ru_execution) as executions
                        """)
                .query()
                .singleRow();
    }

    private List<String> recorded(Request request) {
        return jdbc.sql("select code from audit_entry where reference = :request order by seq")
                .param("request", request.id().value().toString())
                .query(String.class)
                .list();
    }

    private List<String> told(Request request) {
        return jdbc.sql("select code from notification where request = :request order by outbox")
                .param("request", request.id().value())
                .query(String.class)
                .list();
    }
}
