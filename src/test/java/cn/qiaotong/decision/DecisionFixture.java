package cn.qiaotong.decision;

import java.nio.charset.StandardCharsets;

/** An eligibility table as a service folder has it: one row per condition, each saying whether it is met, or that nobody knows. */
final class DecisionFixture {

    static final String ELIGIBILITY =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions" name="Eligibility" namespace="http://qiaotong.cn">
              <decision id="eligibility" name="能不能办" camunda:historyTimeToLive="P1825D">
                <decisionTable id="table" hitPolicy="COLLECT">
                  <input id="applicant_kind"><inputExpression id="applicant_kind_expression" typeRef="string"><text>kind</text></inputExpression></input>
                  <output id="condition" name="condition" typeRef="string"/>
                  <output id="met" name="met" typeRef="boolean"/>
                  <output id="policy" name="policy" typeRef="string"/>
                  <output id="given" name="given" typeRef="number"/>
                  <rule id="tie">
                    <inputEntry id="tie_kind"><text>"individual"</text></inputEntry>
                    <outputEntry id="tie_condition"><text>"tie_years"</text></outputEntry>
                    <outputEntry id="tie_met"><text>years &gt;= policy.tie_years</text></outputEntry>
                    <outputEntry id="tie_policy"><text>"tie_years"</text></outputEntry>
                    <outputEntry id="tie_given"><text>years</text></outputEntry>
                  </rule>
                  <rule id="age">
                    <inputEntry id="age_kind"><text></text></inputEntry>
                    <outputEntry id="age_condition"><text>"adult"</text></outputEntry>
                    <outputEntry id="age_met"><text>birth_date + duration("P18Y") &lt;= today</text></outputEntry>
                    <outputEntry id="age_policy"><text></text></outputEntry>
                    <outputEntry id="age_given"><text></text></outputEntry>
                  </rule>
                  <rule id="company">
                    <inputEntry id="company_kind"><text>"company"</text></inputEntry>
                    <outputEntry id="company_condition"><text>"registered"</text></outputEntry>
                    <outputEntry id="company_met"><text>true</text></outputEntry>
                    <outputEntry id="company_policy"><text></text></outputEntry>
                    <outputEntry id="company_given"><text></text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    static Decision eligibility() {
        return read(ELIGIBILITY);
    }

    static Decision read(String dmn) {
        return new Decisions().read("eligibility.dmn", dmn.getBytes(StandardCharsets.UTF_8));
    }

    /** A table of one rule with these parts. */
    static String table(String policy, String input, String test, String output) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="d" name="d" namespace="n">
                  <decision id="rate" name="Rate" camunda:historyTimeToLive="P30D">
                    <decisionTable id="t" hitPolicy="%s">
                      <input id="i"><inputExpression id="ie"><text>%s</text></inputExpression></input>
                      <output id="o" name="rate"/>
                      <rule id="one"><inputEntry id="a1"><text>%s</text></inputEntry><outputEntry id="b1"><text>%s</text></outputEntry></rule>
                      <rule id="two"><inputEntry id="a2"><text>&gt; 100</text></inputEntry><outputEntry id="b2"><text>2</text></outputEntry></rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """
                .formatted(policy, input, test, output);
    }

    private DecisionFixture() {}
}
