package cn.qiaotong.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.decision.DecisionOutcome.Match;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests for {@link Decision}. */
class DecisionTests {

    private static final Map<String, Object> POLICY = Map.of("tie_years", new BigDecimal("5"));
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 26);

    private final Decision eligibility = DecisionFixture.eligibility();

    @Test
    void tellsWhatItIs() {
        assertThat(eligibility.id()).isEqualTo("eligibility");
        assertThat(eligibility.name()).isEqualTo("能不能办");
        assertThat(eligibility.historyDays()).isEqualTo(1825);
        assertThat(eligibility.collects()).isTrue();
        assertThat(eligibility.outputs()).containsExactly("condition", "met", "policy", "given");
        assertThat(eligibility.rules()).containsExactly("tie", "age", "company");
    }

    @Test
    void listsTheVariablesOfEveryExpression() {
        assertThat(eligibility.inputs()).containsExactly("kind", "years", "policy.tie_years", "birth_date", "today");
    }

    @Test
    void givesEveryMatchedRuleWithItsOutputs() {
        var outcome = eligibility.decide(Map.of(
                "kind",
                "individual",
                "years",
                new BigDecimal("4.5"),
                "birth_date",
                LocalDate.of(2008, 2, 26),
                "today",
                TODAY,
                "policy",
                POLICY));

        assertThat(outcome.matches()).extracting(Match::rule).containsExactly("tie", "age");
        assertThat(outcome.matches().get(0).outputs())
                .containsEntry("condition", "tie_years")
                .containsEntry("met", false)
                .containsEntry("given", new BigDecimal("4.5"));
        assertThat(outcome.matches().get(1).outputs())
                .containsEntry("met", true)
                .containsEntry("given", null);
    }

    @Test
    void leavesAConditionUnknownWhenItsValueIs() {
        var values = new HashMap<String, Object>(Map.of("kind", "individual", "today", TODAY, "policy", POLICY));
        values.put("years", null);

        var outcome = eligibility.decide(values);

        assertThat(outcome.matches())
                .extracting(match -> match.outputs().get("met"))
                .containsExactly(null, null);
    }

    @Test
    void keepsNumbersExact() {
        var decision = DecisionFixture.read(DecisionFixture.table("FIRST", "amount", "&gt; 0", "amount * 0.1"));

        var rate = decision.decide(Map.of("amount", new BigDecimal("12345678901234.57")))
                .single()
                .orElseThrow()
                .outputs()
                .get("rate");

        assertThat(rate).isEqualTo(new BigDecimal("1234567890123.457"));
    }

    @Test
    void takesTheFirstRuleOfAFirstTable() {
        var decision = DecisionFixture.read(DecisionFixture.table("FIRST", "amount", "&gt; 0", "1"));

        assertThat(decision.decide(Map.of("amount", new BigDecimal(500))).single())
                .map(Match::rule)
                .hasValue("one");
        assertThat(decision.decide(Map.of()).single()).isEmpty();
    }

    @Test
    void refusesTwoMatchesInAUniqueTable() {
        var decision = DecisionFixture.read(DecisionFixture.table("UNIQUE", "amount", "&gt; 0", "1"));

        assertThatThrownBy(() -> decision.decide(Map.of("amount", new BigDecimal(500))))
                .isInstanceOf(DecisionFailed.class)
                .hasMessageStartingWith("Decision rate could not be made: ");
    }

    @Test
    void refusesAnOutputOfAnotherType() {
        var decision = DecisionFixture.read(DecisionFixture.ELIGIBILITY.replace(
                "<text>years &gt;= policy.tie_years</text>", "<text>\"yes\"</text>"));

        assertThatThrownBy(() -> decision.decide(Map.of("kind", "individual", "today", TODAY)))
                .isInstanceOf(DecisionFailed.class);
    }

    @Test
    void refusesToChooseAmongSeveral() {
        var outcome = new DecisionOutcome(List.of(new Match("a", Map.of()), new Match("b", Map.of())));

        assertThatThrownBy(outcome::single).hasMessage("2 rules matched where one was expected.");
    }

    @Test
    void refusesAnObjectThatFeelWouldOpenByReflection() {
        assertThatThrownBy(() -> eligibility.decide(Map.of("kind", new Thread())))
                .hasMessage(
                        "A value of type java.lang.Thread cannot be given to an expression; give text, a number, a date, "
                                + "yes or no, a list or a map of these.");
    }

    @Test
    void decidesTenThousandTimesInMemory() {
        var values = Map.of("kind", "individual", "years", new BigDecimal(6), "today", TODAY, "policy", POLICY);
        var start = System.nanoTime();

        for (var i = 0; i < 10_000; i++) {
            assertThat(eligibility.decide(values).matches()).hasSize(2);
        }

        System.out.printf("10,000 decisions took %d ms%n", (System.nanoTime() - start) / 1_000_000);
    }
}
