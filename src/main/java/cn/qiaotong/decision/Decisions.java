package cn.qiaotong.decision;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.springframework.stereotype.Component;

/** Reads decision files, each into a decision with an engine of its own that keeps its expressions parsed and writes nothing. */
@Component
public final class Decisions {

    /** The decision of one file, or {@link DecisionInvalid} with the fix. */
    public Decision read(String resource, byte[] dmn) {
        var table = DecisionTable.read(resource, dmn);
        var listener = new MatchedRules();
        var engine = configuration(listener).buildEngine();
        try {
            return new Decision(
                    table, engine, engine.parseDecision(table.id(), new ByteArrayInputStream(dmn)), listener);
        } catch (DmnEngineException e) {
            throw new DecisionInvalid(
                    resource, "decision " + table.id(), "the engine cannot read it: %s".formatted(e.getMessage()));
        }
    }

    private static DefaultDmnEngineConfiguration configuration(MatchedRules listener) {
        var configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(DecisionFeel::new);
        configuration.setReturnBlankTableOutputAsNull(true);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(listener));
        configuration.getTransformer().setDataTypeTransformerRegistry(new DecisionTypes());
        return configuration;
    }
}
