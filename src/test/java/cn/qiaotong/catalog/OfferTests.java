package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be done about a service, for every status, with and without demo values, restricted and not. */
class OfferTests {

    @ParameterizedTest
    @CsvSource({
        "LIVE,            false, false, APPLY",
        "LIVE,            true,  false, REGISTER",
        "PILOT_ELSEWHERE, false, false, REGISTER",
        "PILOT_ELSEWHERE, true,  false, REGISTER",
        "ASPIRATIONAL,    false, false, REGISTER",
        "ASPIRATIONAL,    true,  false, REGISTER",
        "CLOSED,          false, false, CLOSED",
        "CLOSED,          true,  false, CLOSED",
        "LIVE,            false, true,  APPLY",
        "LIVE,            true,  true,  APPLY",
        "PILOT_ELSEWHERE, false, true,  APPLY",
        "PILOT_ELSEWHERE, true,  true,  APPLY",
        "ASPIRATIONAL,    false, true,  APPLY",
        "ASPIRATIONAL,    true,  true,  APPLY",
        "CLOSED,          false, true,  CLOSED",
        "CLOSED,          true,  true,  CLOSED"
    })
    void followsFromStatusSourcesAndRestriction(
            PolicyStatus status, boolean restsOnDemo, boolean unrestricted, Offer offer) {
        assertThat(Offer.of(status, restsOnDemo, unrestricted)).isEqualTo(offer);
    }
}
