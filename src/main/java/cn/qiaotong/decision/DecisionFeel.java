package cn.qiaotong.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * Lets a decision table speak the same FEEL as the forms, parsing each of its expressions once; one that reads no variable is
 * evaluated once too, because FEEL here is repeatable and most outputs are plain words.
 */
final class DecisionFeel implements FeelEngine {

    private final Map<String, Function<VariableContext, Object>> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParsedExpression> tests = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String text, VariableContext context) {
        return (T) expressions.computeIfAbsent(text, DecisionFeel::expression).apply(context);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String text, String input, VariableContext context) {
        var values = values(context);
        return Feel.matches(tests.computeIfAbsent(text, Feel::unaryTests), values.get(input), values);
    }

    private static Function<VariableContext, Object> expression(String text) {
        var parsed = Feel.expression(text);
        if (!FeelTree.of(parsed.expression()).names().isEmpty()) {
            return context -> Feel.evaluate(parsed, values(context));
        }
        var constant = Feel.evaluate(parsed, Map.of());
        return context -> constant;
    }

    private static Map<String, Object> values(VariableContext context) {
        var values = new HashMap<String, Object>();
        context.keySet().forEach(name -> values.put(name, context.resolve(name).getValue()));
        return values;
    }
}
