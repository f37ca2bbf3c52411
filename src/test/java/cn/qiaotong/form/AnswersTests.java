package cn.qiaotong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests for {@link Answers}. */
class AnswersTests {

    private final Answers answers = Answers.of(Map.of(
            "text", "$number",
            "number", new BigDecimal("1234567890123456.78"),
            "date", LocalDate.of(2026, 2, 26),
            "moment", LocalDateTime.of(2026, 2, 26, 0, 0),
            "yes", true,
            "list", List.of("a", "𨋢"),
            "items", List.of(Map.of("$date", "x", "share", new BigDecimal(60)), Map.of())));

    @Test
    void keepEveryTypeInJson() {
        assertThat(Answers.read(answers.json())).isEqualTo(answers).hasSameHashCodeAs(answers);
        assertThat(Answers.read(answers.json()).values()).isEqualTo(answers.values());
    }

    @Test
    void areEqualHoweverTheNumberWasTyped() {
        assertThat(Answers.of(Map.of("n", new BigDecimal("10.00"))))
                .isEqualTo(Answers.of(Map.of("n", new BigDecimal("1E+1"))));
    }

    @Test
    void differByTheKeysChanged() {
        var other = answers.with(Answers.of(Map.of("text", "b", "new", "c")))
                .only(Set.of("text", "new", "number", "date", "moment", "yes", "list"));

        assertThat(answers.diff(other)).containsExactlyInAnyOrder("text", "new", "items");
        assertThat(answers.diff(answers)).isEmpty();
    }

    @Test
    void areOfKnownTypesOnly() {
        assertThatThrownBy(() -> Answers.of(Map.of("x", 1.5)))
                .hasMessage("A value of type java.lang.Double is no answer.");
        assertThatThrownBy(() -> Answers.read("{\"a\": {\"$class\": \"x\"}}".getBytes()))
                .hasMessage("The tag $class is not known.");
    }

    @Test
    void tellNothingInLogs() {
        assertThat(Answers.of(Map.of("name", "陳大文"))).hasToString("Answers [name]");
        assertThat(FormFixture.typed("name", "陳大文")).hasToString("Typed [name]");
    }
}
