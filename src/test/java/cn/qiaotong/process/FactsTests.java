package cn.qiaotong.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTests {

    @Test
    void keepsBooleansCodesWholeNumbersAndDates() {
        var facts = Facts.checked(
                Map.of("complete", true, "region", "HK", "years", 3, "amount", 5L, "since", LocalDate.of(2026, 2, 28)));

        assertThat(facts)
                .containsOnly(
                        Map.entry("complete", true),
                        Map.entry("region", "HK"),
                        Map.entry("years", 3),
                        Map.entry("amount", 5L),
                        Map.entry("since", "2026-02-28"));
    }

    @Test
    void keepsTheUnknown() {
        assertThat(Facts.checked(Collections.singletonMap("region", null))).containsEntry("region", null);
    }

    static Stream<Object> wordsOfPeople() {
        return Stream.of(
                "陈大文",
                "Chan Tai Man",
                "a@b.cn",
                "x".repeat(81),
                "${marker.touch()}",
                "line\nline",
                new BigDecimal("1.5"),
                1.5,
                new Date(0),
                List.of("a"),
                new ArrayList<>(),
                new byte[] {1},
                Map.of());
    }

    @ParameterizedTest
    @MethodSource("wordsOfPeople")
    void refusesTheWordsOfPeople(Object fact) {
        assertThatThrownBy(() -> Facts.checked(Map.of("note", fact)))
                .isInstanceOf(FactRefused.class)
                .hasMessage("Fact 'note' is neither a boolean, a code, a whole number nor a date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"陈大文", "a b", "", "a.b", "_lastEnd"})
    void refusesNamesThatAreNoNames(String name) {
        assertThatThrownBy(() -> Facts.checked(Map.of(name, true)))
                .hasMessage("Fact '?' has a name that is not of letters, digits and '_'");
    }

    @Test
    void refusesNamesThatExpressionsKeep() {
        assertThatThrownBy(() -> Facts.checked(Map.of("due", true)))
                .hasMessage("Fact 'due' has a name that expressions keep for themselves");
    }
}
