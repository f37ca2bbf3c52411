package cn.qiaotong.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every single slip of the pen; the numbers are synthetic: their check characters are right and they are nobody's. */
class ResidentIdTests {

    private static final Verdict WRONG = Verdict.wrong("resident-id-check");

    @Test
    void refusesEveryOtherCheckCharacter() {
        for (var last : "0123456789X".split("")) {
            var number = "44070419800229001" + last;

            assertThat(verdict(number)).as(number).isEqualTo(last.equals("6") ? Verdict.RIGHT : WRONG);
        }
    }

    @Test
    void refusesEveryWrongDigit() {
        var number = "440704199003070028";
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = number.substring(0, place) + digit + number.substring(place + 1);

                assertThat(verdict(wrong)).as(wrong).isEqualTo(wrong.equals(number) ? Verdict.RIGHT : WRONG);
            }
        }
    }

    @Test
    void refusesSwappedNeighbours() {
        for (var number : List.of("440704199003070028", "820000198506150022")) {
            for (int place = 0; place < 16; place++) {
                var swapped = number.substring(0, place)
                        + number.charAt(place + 1)
                        + number.charAt(place)
                        + number.substring(place + 2);

                assertThat(verdict(swapped)).as(swapped).isEqualTo(swapped.equals(number) ? Verdict.RIGHT : WRONG);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"440704198102290013", "44070420301301001X", "440704209912010010"})
    void refusesADateThatNobodyWasBornOn(String number) {
        assertThat(ResidentId.hasRightCheck(number)).isTrue();
        assertThat(verdict(number)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"44070419800229001x", "４４0704198002290016", "", "not a number"})
    void refusesWhatIsNotNormalised(String number) {
        assertThat(verdict(number)).isEqualTo(WRONG);
    }

    private static Verdict verdict(String number) {
        return new ResidentId().verdict(number, LocalDate.of(2026, 3, 2));
    }
}
