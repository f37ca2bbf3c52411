package cn.qiaotong.decision;

import java.util.Map;
import java.util.Optional;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Evaluates what the engine has parsed as the engine does it, on one set of the language's functions: the engine's own entry
 * makes all of them anew for every evaluation, which takes many times as long as a condition.
 */
final class FeelEvaluation {

    private final ValueMapper values;
    private final BuiltinFunctions functions;
    private final FeelInterpreter interpreter;

    FeelEvaluation(ValueMapper values) {
        this.values = values;
        this.functions = new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$, values);
        this.interpreter = new FeelInterpreter(values);
    }

    BuiltinFunctions functions() {
        return functions;
    }

    Object of(ParsedExpression expression, Map<String, ?> variables) {
        var context = EvalContext.create(values, functions).merge(new FeelVariables(variables));
        var value = interpreter.eval(expression.expression(), context);
        failure(value, context).ifPresent(reason -> {
            throw new IllegalStateException("`%s` could not be evaluated: %s".formatted(expression.text(), reason));
        });
        return FeelValues.plain(values.unpackVal(value));
    }

    private static Optional<String> failure(Val value, EvalContext context) {
        for (var each : FeelTree.elements(context.failureCollector().failures())) {
            var failure = (EvaluationFailure) each;
            if (failure.failureType() == EvaluationFailureType.ASSERT_FAILURE$.MODULE$) {
                return Optional.of(failure.failureMessage());
            }
        }
        if (value instanceof ValError error) {
            return Optional.of(error.error());
        }
        return value instanceof ValFatalError error ? Optional.of(error.error()) : Optional.empty();
    }
}
