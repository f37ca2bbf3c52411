package cn.qiaotong.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGrammarTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${complete}",
                "${decision == 'approve'}",
                "${not complete}",
                "${!complete && amount >= 1000}",
                "${(region eq \"HK\" or region eq 'MO') and years gt 2}",
                "${ratio < 0.5}",
                "${due.at('intake')}",
                "${missing != null}"
            })
    void readsWhatModelsNeed(String expression) {
        assertThat(ExpressionGrammar.check(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#{complete}",
                "${complete} ${complete}",
                "${complete",
                "${}",
                "${a.b}",
                "${a['b']}",
                "${a()}",
                "${a:b()}",
                "${a + b}",
                "${a ? b : c}",
                "${empty a}",
                "${execution}",
                "${task}",
                "${due}",
                "${due.at}",
                "${due.at(key)}",
                "${due.at('a').time}",
                "${due.at('a', 'b')}",
                "${due['at']('a')}",
                "${''.getClass()}",
                "${'a\\'b'}",
                "${'${nested}'}",
                "${a = b}",
                "${a; b}",
                "${a == b == c}",
                "${a b}",
                "${1.5.2}",
                "${ａ}"
            })
    void refusesEverythingElse(String expression) {
        assertThat(ExpressionGrammar.check(expression)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "complete|is not one whole ${…}; write it so",
                "${a +}|has '+' where none may stand; use variables, comparisons, and, or, not",
                "${a and}|ends too early; complete it",
                "${a.b}|has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')"
            })
    void saysWhatIsWrong(String expression, String problem) {
        assertThat(ExpressionGrammar.check(expression)).contains(problem);
    }

    @Test
    void refusesALongExpression() {
        assertThat(ExpressionGrammar.check("${" + "a or ".repeat(200) + "a}"))
                .contains("is longer than 500 characters; decide in a table instead");
    }
}
