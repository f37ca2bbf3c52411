package cn.qiaotong.decision;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason to refuse a decision file, with its whole message. */
class DecisionInvalidTests {

    @ParameterizedTest
    @MethodSource("offenders")
    void isRefusedWithTheFix(String dmn, String message) {
        assertThatThrownBy(() -> DecisionFixture.read(dmn))
                .isInstanceOf(DecisionInvalid.class)
                .hasMessage(message);
    }

    static Stream<Arguments> offenders() {
        return Stream.concat(files(), Stream.concat(structure(), expressions()));
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                arguments("<definitions", "eligibility.dmn, line 1: it is not XML; correct the file."),
                arguments(
                        "<!DOCTYPE definitions [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><definitions>&e;</definitions>",
                        "eligibility.dmn, DOCTYPE: a document type is not allowed; remove it."),
                arguments(
                        "<definitions/>", "eligibility.dmn, definitions: the file has 0 decisions; keep exactly one."),
                with(
                        "</definitions>",
                        "<decision id=\"b\" name=\"b\"/></definitions>",
                        "definitions: the file has 2 decisions; keep exactly one."),
                with(
                        "</definitions>",
                        "<businessKnowledgeModel id=\"b\"/></definitions>",
                        "businessKnowledgeModel: a decision stands alone; write its expressions into the table."),
                with(
                        "<decisionTable id=\"table\"",
                        "<informationRequirement id=\"r\"><requiredDecision href=\"#x\"/></informationRequirement><decisionTable id=\"table\"",
                        "decision eligibility: it requires another decision; read variables only."),
                arguments(
                        """
                        <definitions><decision id="d" name="d"><literalExpression><text>1</text></literalExpression></decision></definitions>""",
                        "eligibility.dmn, decision d: it has no decision table; write one instead of another kind of logic."),
                arguments(
                        """
                        <definitions><decision id="d" name="d"><invocation/></decision></definitions>""",
                        "eligibility.dmn, decision d: it has no decision table; write one instead of another kind of logic."));
    }

    private static Stream<Arguments> structure() {
        return Stream.of(
                with("decision id=\"eligibility\"", "decision", "decision: the id is missing; give it one."),
                with("name=\"能不能办\"", "", "decision eligibility: the name is missing; give it one."),
                with(
                        "camunda:historyTimeToLive=\"P1825D\"",
                        "",
                        "decision eligibility: camunda:historyTimeToLive must be in days; write for example P1825D."),
                with(
                        "P1825D",
                        "P5Y",
                        "decision eligibility: camunda:historyTimeToLive must be in days; write for example P1825D."),
                with(
                        "COLLECT",
                        "RULE ORDER",
                        "decision eligibility: the hit policy RULE ORDER is not allowed; use COLLECT, UNIQUE or FIRST."),
                with(
                        "hitPolicy=\"COLLECT\"",
                        "hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
                        "decision eligibility: an aggregation hides the rules; remove it and keep COLLECT."),
                with("input id=\"applicant_kind\"", "input", "input: the id is missing; give it one."),
                with(
                        "<inputExpression id=\"applicant_kind_expression\" typeRef=\"string\"><text>kind</text></inputExpression>",
                        "",
                        "input applicant_kind: it has no expression; write the variable it reads."),
                with(
                        "name=\"met\" typeRef=\"boolean\"",
                        "name=\"met\" typeRef=\"time\"",
                        "output met: the type time is not known; use string, boolean, number, integer, long, double or date."),
                with("output id=\"met\"", "output", "output: the id is missing; give it one."),
                with(
                        "name=\"met\"",
                        "name=\"is-met\"",
                        "output met: the name `is-met` is not in snake_case; write for example tie_years."),
                with(
                        "name=\"met\"",
                        "name=\"condition\"",
                        "output met: the name condition is used twice; give each output its own."),
                with("rule id=\"age\"", "rule", "rule: the id is missing; give it one."),
                with("rule id=\"age\"", "rule id=\"tie\"", "rule tie: the id is used twice; give each rule its own."),
                arguments(
                        DecisionFixture.ELIGIBILITY.replaceAll("(?s)<rule .*</rule>", ""),
                        "eligibility.dmn, decisionTable: it has no rule; write at least one."));
    }

    private static Stream<Arguments> expressions() {
        return Stream.of(
                with(
                        "<inputEntry id=\"tie_kind\">",
                        "<inputEntry id=\"tie_kind\" expressionLanguage=\"javascript\">",
                        "decision eligibility: the expression language javascript is not allowed; use FEEL."),
                with(
                        "id=\"definitions\"",
                        "id=\"definitions\" expressionLanguage=\"juel\"",
                        "decision eligibility: the expression language juel is not allowed; use FEEL."),
                with(">kind<", "><", "input applicant_kind: the expression is empty; write one or remove it."),
                with(
                        "years &gt;= policy.tie_years",
                        "years at least 5",
                        "rule tie: `years at least 5` is not FEEL; correct the expression."),
                with(
                        "years &gt;= policy.tie_years",
                        "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(1)}.r",
                        "rule tie: `{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}, r: f(1)}.r` "
                                + "calls Java; use only functions of FEEL."),
                with(
                        "years &gt;= policy.tie_years",
                        "{f: function(x) x + 1}",
                        "rule tie: `{f: function(x) x + 1}` defines a function; use only functions of FEEL."),
                with(
                        "years &gt;= policy.tie_years",
                        "exec(years)",
                        "rule tie: `exec(years)` calls exec(), which FEEL does not have; use only functions of FEEL."),
                with(
                        "&lt;= today<",
                        "&lt;= today()<",
                        "rule age: `birth_date + duration(\"P18Y\") <= today()` calls today(), which differs each time; "
                                + "a form reads the variable today instead, a decision a date of the form."),
                with(
                        "\"individual\"",
                        "x".repeat(2_001),
                        "rule tie: the expression has more than 2000 characters; split it."));
    }

    private static Arguments with(String part, String replacement, String message) {
        if (!DecisionFixture.ELIGIBILITY.contains(part)) {
            throw new IllegalArgumentException(part);
        }
        return arguments(DecisionFixture.ELIGIBILITY.replace(part, replacement), "eligibility.dmn, " + message);
    }
}
