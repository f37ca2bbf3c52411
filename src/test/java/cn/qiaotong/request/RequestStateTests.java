package cn.qiaotong.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.identity.Role;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestStateTests {

    @ParameterizedTest
    @CsvSource({
        "APPLICANT, SUPPLEMENT",
        "DISTRICT_REVIEWER, DISTRICT_REVIEW",
        "DISTRICT_APPROVER, DISTRICT_REVIEW",
        "SUPERVISOR, DISTRICT_REVIEW",
        "BANK_REVIEWER, PARTNER_DECISION",
        "BANK_APPROVER, PARTNER_DECISION"
    })
    void sayWhoIsWaitedFor(Role role, RequestState state) {
        assertThat(RequestState.waitingFor(role.key())).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "not-covered, NOT_COVERED",
        "expired, EXPIRED",
        "withdrawn, WITHDRAWN",
        "account-paired, CLOSED",
        "bank-declined, CLOSED"
    })
    void sayHowItEnded(String outcome, RequestState state) {
        assertThat(RequestState.endedBy(outcome)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void areOpenWhileSomebodyHasToAct(RequestState state) {
        var open = EnumSet.of(
                RequestState.SUBMITTED,
                RequestState.SUPPLEMENT,
                RequestState.APPLICANT_STEP,
                RequestState.DISTRICT_REVIEW,
                RequestState.PARTNER_DECISION);

        assertThat(state.open()).isEqualTo(open.contains(state));
    }

    @Test
    void noEndIsOpen() {
        assertThat(RequestState.endedBy("anything").open()).isFalse();
    }
}
