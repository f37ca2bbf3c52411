package cn.qiaotong.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are synthetic: their check characters are right and they are nobody's. */
class ResidentIdTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Optional<FieldError> WRONG = Optional.of(new FieldError("id", "resident-id-check"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "360426199101010071",
                "810000199001010019",
                "820000198506150022",
                "830000197903120035",
                "440704198002290016",
                "440704199003070028"
            })
    void acceptsARightNumber(String number) {
        assertThat(check(number)).isEmpty();
    }

    @Test
    void refusesEveryOtherCheckCharacter() {
        for (var last : "0123456789X".split("")) {
            var number = "44070419800229001" + last;

            assertThat(check(number)).as(number).isEqualTo(last.equals("6") ? Optional.empty() : WRONG);
        }
    }

    @Test
    void refusesEveryWrongDigit() {
        var number = "440704199003070028";
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = number.substring(0, place) + digit + number.substring(place + 1);

                assertThat(check(wrong)).as(wrong).isEqualTo(wrong.equals(number) ? Optional.empty() : WRONG);
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

                assertThat(check(swapped)).as(swapped).isEqualTo(swapped.equals(number) ? Optional.empty() : WRONG);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"440704198102290013", "44070420301301001X", "440704209912010010"})
    void refusesADateThatNobodyWasBornOn(String number) {
        assertThat(ResidentId.hasRightCheck(number)).isTrue();
        assertThat(check(number)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"440704800229001", "44070419800229001x", "４４0704198002290016", "", "not a number"})
    void refusesWhatIsNoNumber(String number) {
        assertThat(check(number)).isEqualTo(WRONG);
    }

    @Test
    void asksNothingOfAnEmptyField() {
        assertThat(new ResidentId().check("id", Answers.of(Map.of()), new CheckContext(TODAY, Map.of())))
                .isEmpty();
    }

    private static Optional<FieldError> check(String number) {
        return new ResidentId().check("id", Answers.of(Map.of("id", number)), new CheckContext(TODAY, Map.of()));
    }
}
