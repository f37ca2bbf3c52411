package cn.qiaotong.decision;

import cn.qiaotong.decision.DecisionOutcome.Match;
import java.util.LinkedHashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;

/** Takes down the rules that matched while the engine evaluates on this thread, since its result alone does not name them. */
final class MatchedRules implements DmnDecisionTableEvaluationListener {

    private final ThreadLocal<List<Match>> matches = new ThreadLocal<>();

    @Override
    public void notify(DmnDecisionTableEvaluationEvent event) {
        matches.set(event.getMatchingRules().stream().map(MatchedRules::match).toList());
    }

    List<Match> during(Runnable evaluation) {
        try {
            evaluation.run();
            return matches.get();
        } finally {
            matches.remove();
        }
    }

    private static Match match(DmnEvaluatedDecisionRule rule) {
        var outputs = new LinkedHashMap<String, Object>();
        rule.getOutputEntries()
                .forEach((name, output) -> outputs.put(name, output.getValue().getValue()));
        return new Match(rule.getId(), outputs);
    }
}
