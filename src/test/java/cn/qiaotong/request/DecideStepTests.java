package cn.qiaotong.request;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.decision.Decisions;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyFixture;
import cn.qiaotong.policy.PolicyValues;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecideStepTests {

    private static final Form FORM = Form.read(
            "apply.form",
            bytes(
                    """
                    {"type": "default", "id": "apply", "schemaVersion": 19, "executionPlatform": "Camunda Platform",
                     "executionPlatformVersion": "7.24.0", "components": [
                       {"type": "number", "key": "years", "id": "years", "label": "年数"},
                       {"type": "textfield", "key": "own", "id": "own", "label": "自有"}]}
                    """));
    private static final PolicyValues POLICY = PolicyFixture.values(
            LocalDate.of(2026, 3, 2),
            """
            sources: {}
            rows:
              - {kind: value, key: tie_years, value: 2, unit: years, from: 2021-10-10, source: DEMO}
            """);

    @Test
    void yesWhenTheDeskFindsEveryConditionMet() {
        var checks = decide(Map.of("years", new BigDecimal("2"), "own", "yes"));

        assertThat(met(checks))
                .isEqualTo(Map.of("tie", Check.Met.YES, "own", Check.Met.YES, "vulnerable", Check.Met.UNKNOWN));
        assertThat(DecideStep.verdict(checks)).isEqualTo("yes");
    }

    @Test
    void noWhenTheDeskFindsOneConditionNotMet() {
        assertThat(DecideStep.verdict(decide(Map.of("years", new BigDecimal("1.9"), "own", "yes"))))
                .isEqualTo("no");
    }

    @Test
    void aPersonWhenAnAnswerIsUnknown() {
        var checks = decide(Map.of("own", "yes"));

        assertThat(met(checks)).containsEntry("tie", Check.Met.UNKNOWN);
        assertThat(DecideStep.verdict(checks)).isEqualTo("person");
    }

    @Test
    void noRatherThanAPersonWhenOneIsNotMetAndAnotherUnknown() {
        assertThat(DecideStep.verdict(decide(Map.of("own", "no")))).isEqualTo("no");
    }

    @Test
    void aPersonWhenNothingIsKnown() {
        assertThat(DecideStep.verdict(decide(Map.of()))).isEqualTo("person");
    }

    @Test
    void eachConditionNamesItsAnswerItsPolicyAndWhoJudges() {
        var checks = decide(Map.of("years", new BigDecimal("2"), "own", "yes"));

        assertThat(checks.get(0).given()).contains("years");
        assertThat(checks.get(0).policyRow())
                .isEqualTo(POLICY.row("tie_years").map(row -> row.id()))
                .isPresent();
        assertThat(checks.get(0).decidedBy()).isEqualTo("desk");
        assertThat(checks.get(2).given()).isEmpty();
        assertThat(checks.get(2).policyRow()).isEqualTo(Optional.empty());
        assertThat(checks.get(2).decidedBy()).isEqualTo("bank");
    }

    private static List<Check> decide(Map<String, Object> answers) {
        return DecideStep.check(new Decisions().read("fit.dmn", bytes(table())), FORM, Answers.of(answers), POLICY);
    }

    private static Map<String, Check.Met> met(List<Check> checks) {
        return checks.stream().collect(Collectors.toMap(Check::condition, Check::met));
    }

    private static String table() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
                  <decision id="fit" name="Fit" camunda:historyTimeToLive="P30D">
                    <decisionTable id="t" hitPolicy="COLLECT">
                      <input id="i"><inputExpression id="ie"><text>own</text></inputExpression></input>
                      <output id="c" name="condition" typeRef="string"/><output id="m" name="met" typeRef="boolean"/>
                      <output id="g" name="given" typeRef="string"/><output id="p" name="policy" typeRef="string"/>
                      <output id="b" name="decided_by" typeRef="string"/>
                """
                + rule("tie", "years &gt;= policy.tie_years", "\"years\"", "\"tie_years\"", "\"desk\"")
                + rule("own", "own = \"yes\"", "\"own\"", "null", "null")
                + rule("vulnerable", "null", "null", "null", "\"bank\"")
                + "</decisionTable></decision></definitions>";
    }

    private static String rule(String id, String met, String given, String policy, String by) {
        var outputs = List.of("\"" + id + "\"", met, given, policy, by);
        var cells = new StringBuilder(
                "<rule id=\"%s\"><inputEntry id=\"%s-i\"><text>-</text></inputEntry>".formatted(id, id));
        for (int place = 0; place < outputs.size(); place++) {
            cells.append(
                    "<outputEntry id=\"%s-%d\"><text>%s</text></outputEntry>".formatted(id, place, outputs.get(place)));
        }
        return cells.append("</rule>").toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
