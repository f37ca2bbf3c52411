package cn.qiaotong.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are synthetic: their check characters are right and they are nobody's. */
class HongKongIdTests {

    private static final Optional<FieldError> WRONG = Optional.of(new FieldError("id", "hong-kong-id-check"));

    @ParameterizedTest
    @ValueSource(strings = {"A1234563", "L5555550", "WX1234569", "Z683365A"})
    void acceptsARightNumber(String number) {
        assertThat(check(number)).isEmpty();
    }

    @Test
    void refusesEveryOtherCheckCharacter() {
        for (var last : "0123456789A".split("")) {
            assertThat(check("A123456" + last)).isEqualTo(last.equals("3") ? Optional.empty() : WRONG);
            assertThat(check("WX123456" + last)).isEqualTo(last.equals("9") ? Optional.empty() : WRONG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1234653", "B1234563", "XW1234569", "123456", "ABC1234563", "A123456B"})
    void refusesASlipOfThePen(String number) {
        assertThat(check(number)).isEqualTo(WRONG);
    }

    @Test
    void leavesWhatIsNotAnswered() {
        assertThat(new HongKongId().check("id", Answers.of(Map.of()), context()))
                .isEmpty();
    }

    private static Optional<FieldError> check(String number) {
        return new HongKongId().check("id", Answers.of(Map.of("id", number)), context());
    }

    private static CheckContext context() {
        return new CheckContext(LocalDate.of(2026, 3, 2), Map.of());
    }
}
