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

/** The codes are published or synthetic. */
class UnifiedCodeTests {

    private static final Optional<FieldError> WRONG = Optional.of(new FieldError("code", "unified-code-check"));

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "91440704MA00000000"})
    void acceptsARightCode(String code) {
        assertThat(check(code)).isEmpty();
    }

    @Test
    void refusesEveryOtherCheckCharacter() {
        for (var last : "0123456789ABCDEFGHJKLMNPQRTUWXY".split("")) {
            assertThat(check("91110000600037341" + last))
                    .as(last)
                    .isEqualTo(last.equals("L") ? Optional.empty() : WRONG);
        }
    }

    @Test
    void refusesNeighboursChangedOver() {
        assertThat(check("91110000600073341L")).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9111000060003734", "91110000600037341I", "91110000600037341l", "９1110000600037341L"})
    void refusesWhatIsNoCode(String code) {
        assertThat(check(code)).isEqualTo(WRONG);
    }

    private static Optional<FieldError> check(String code) {
        return new UnifiedCode()
                .check("code", Answers.of(Map.of("code", code)), new CheckContext(LocalDate.EPOCH, Map.of()));
    }
}
