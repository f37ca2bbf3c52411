package cn.qiaotong.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only ids, codes and hashes go on record, always in the same form. */
class ActTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "陳大文",
                "Chan Tai Man",
                "a@example.org",
                "line\nbreak",
                "quote\"",
                "440704199003070028",
                "44070419900307002X",
                "13800138000",
                "+8613800138000"
            })
    void refusesAFactThatIsNoCode(String text) {
        assertThatThrownBy(() -> act(Map.of("to", text)))
                .isInstanceOf(FactRefused.class)
                .hasMessage("The act request.submitted cannot go on record: 'to' is not an id, a code or a hash.");
    }

    @Test
    void refusesAFactThatIsTooLong() {
        assertThat(act(Map.of("to", "x".repeat(200)))).isNotNull();
        assertThatThrownBy(() -> act(Map.of("to", "x".repeat(201)))).isInstanceOf(FactRefused.class);
    }

    @Test
    void refusesANameThatIsNoCodeWithoutRepeatingIt() {
        assertThatThrownBy(() -> act(Map.of("陳大文", "x")))
                .hasMessage("The act request.submitted cannot go on record: 'a name' is not an id, a code or a hash.");
    }

    @Test
    void refusesAReferenceThatIsNoCode() {
        assertThatThrownBy(
                        () -> new Act("district", "request.submitted", Optional.empty(), Optional.of("陳大文"), Map.of()))
                .isInstanceOf(FactRefused.class);
    }

    @Test
    void writesFactsByKeyWithoutSpaces() {
        assertThat(act(Map.of("to", "B", "from", "A", "by", "")).canonicalFacts())
                .isEqualTo("{\"by\":\"\",\"from\":\"A\",\"to\":\"B\"}");
        assertThat(act(Map.of()).canonicalFacts()).isEqualTo("{}");
    }

    private static Act act(Map<String, String> facts) {
        return new Act("district", "request.submitted", Optional.empty(), Optional.empty(), facts);
    }
}
