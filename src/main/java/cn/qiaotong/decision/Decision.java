package cn.qiaotong.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;

/** One decision table, ready to decide as often as asked, on any thread. */
public final class Decision {

    private final DecisionTable table;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final MatchedRules matched;

    Decision(DecisionTable table, DmnEngine engine, DmnDecision decision, MatchedRules matched) {
        this.table = table;
        this.engine = engine;
        this.decision = decision;
        this.matched = matched;
    }

    public String id() {
        return table.id();
    }

    public String name() {
        return table.name();
    }

    /** Every variable read in input expressions, conditions and outputs; a path is one name, {@code policy.tie_years}. */
    public List<String> inputs() {
        return table.inputs();
    }

    public Set<String> outputs() {
        return table.outputs().keySet();
    }

    /** The texts that stand in the rules' cells of an output as what it may come to; what a cell works out is not among them. */
    public Set<String> texts(String output) {
        return table.outputs().getOrDefault(output, Set.of());
    }

    /** The numbers that stand in the rules' conditions, on both sides of which the outcome may differ. */
    public Set<BigDecimal> numbers() {
        return table.numbers();
    }

    /** Whether the last rule has no condition, so that every case meets a rule. */
    public boolean holdsForAll() {
        return table.holdsForAll();
    }

    /** The ids of the rules, in the table's order. */
    public List<String> rules() {
        return table.rules();
    }

    /** Whether all matching rules count, not one. */
    public boolean collects() {
        return table.collects();
    }

    public int historyDays() {
        return table.historyDays();
    }

    /** The rules that match these typed values; a null or missing value is unknown. */
    public DecisionOutcome decide(Map<String, ?> values) {
        FeelValues.check(values);
        try {
            return new DecisionOutcome(
                    matched.during(() -> engine.evaluateDecisionTable(decision, new HashMap<>(values))));
        } catch (DmnEngineException | IllegalStateException e) {
            throw new DecisionFailed(id(), e);
        }
    }
}
