package cn.qiaotong.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests for {@link Feel}. */
class FeelTests {

    private static final Map<String, Object> VALUES = values();

    /** The table grows with every condition somebody writes: what the form's designer shows must be what we do. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/decision/feel.csv", delimiter = ';', numLinesToSkip = 1, quoteCharacter = '|')
    void agreesWithTheDesignersFeel(String expression, String theirs, String ours) {
        var result = Feel.read(expression).value(VALUES).map(Object::toString).orElse("null");

        assertThat(result).isEqualTo(ours == null ? theirs : ours);
    }

    @ParameterizedTest
    @MethodSource("names")
    void listsTheNamesThatAnExpressionReads(String expression, List<String> names) {
        assertThat(Feel.read(expression).names()).containsExactlyInAnyOrderElementsOf(names);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("=kind = \"a\"", List.of("kind")),
                arguments("years >= policy.tie_years", List.of("years", "policy.tie_years")),
                arguments("for i in xs return i + y", List.of("xs", "y")),
                arguments("some s in owners satisfies s.share > least", List.of("owners", "least")),
                arguments("every s in owners, t in s.parts satisfies t > 0", List.of("owners")),
                arguments("{a: x, b: a + y}.b", List.of("x", "y")),
                arguments("xs[item > z]", List.of("xs", "z")),
                arguments("abs(number: q)", List.of("q")),
                arguments("list contains(tags, \"a\")", List.of("tags")),
                arguments("if a then b else c", List.of("a", "b", "c")),
                arguments("x in [low..high]", List.of("x", "low", "high")),
                arguments("1 + 1", List.of()));
    }

    @Test
    void refusesJavaAndItIsInertAnyway() {
        var external =
                "{f: function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}, r: f(0)}";

        assertThatThrownBy(() -> Feel.read(external))
                .isInstanceOf(FeelInvalid.class)
                .hasMessage("`%s` calls Java; use only functions of FEEL.".formatted(external));
    }

    @Test
    void isFalseForWhatNobodyKnows() {
        assertThat(Feel.read("=amount > 5").holds(Map.of())).isFalse();
        assertThat(Feel.read("=amount > 5").value(Map.of())).isEmpty();
    }

    @Test
    void givesListsAndMaps() {
        assertThat(Feel.read("[{a: 1.5, b: null}, for x in [1] return x]").value(Map.of()))
                .hasValueSatisfying(value -> assertThat(value.toString()).isEqualTo("[{a=1.5, b=null}, [1]]"))
                .containsInstanceOf(List.class);
        assertThat(Feel.read("rows").value(Map.of("rows", List.of(Map.of("a", "b")))))
                .hasValue(List.of(Map.of("a", "b")));
    }

    @Test
    void keepsItsText() {
        assertThat(Feel.read("=amount > 5")).hasToString("amount > 5");
    }

    private static Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("amount", new BigDecimal("10"));
        values.put("raw", "10");
        values.put("kind", "individual");
        values.put("agree", true);
        values.put("unknown", null);
        values.put("born", LocalDate.of(1990, 5, 1));
        values.put("today", LocalDate.of(2026, 2, 26));
        values.put("name", "𨋢王");
        values.put("tags", List.of("a", "b"));
        values.put("owners", List.of(Map.of("share", new BigDecimal(60)), Map.of("share", new BigDecimal(40))));
        values.put("policy", Map.of("tie_years", new BigDecimal(5)));
        return values;
    }
}
