package cn.qiaotong.decision;

import camundajar.impl.scala.collection.Iterator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * The one FEEL of forms and decisions: exact numbers, only the language's own functions, nothing that depends on the moment or
 * on chance, so that the same values always give the same answer.
 */
public final class Feel {

    private static final int LONGEST = 2_000;
    private static final Set<String> UNREPEATABLE = Set.of("today", "now", "random number", "uuid");
    private static final String INPUT = FeelEngine.UnaryTests$.MODULE$.defaultInputVariable();
    private static final FeelEngineBuilder BUILDER =
            FeelEngineBuilder.forJava().withCustomValueMapper(new FeelValues()).withEnabledExternalFunctions(false);
    private static final FeelEngineApi ENGINE = BUILDER.build();
    private static final FeelEvaluation EVALUATION = new FeelEvaluation(BUILDER.valueMapper());
    private static final Set<String> FUNCTIONS = functions();

    private Feel() {}

    /** The condition written as {@code expression}, with or without the leading {@code =} of a form. */
    public static Condition read(String expression) {
        var text = expression.strip();
        var source = text.startsWith("=") ? text.substring(1) : text;
        var parsed = expression(source);
        return new Condition(parsed, FeelTree.of(parsed.expression()).names());
    }

    static ParsedExpression expression(String text) {
        return checked(text, ENGINE.parseExpression(bounded(text)));
    }

    static ParsedExpression unaryTests(String text) {
        return checked(text, ENGINE.parseUnaryTests(bounded(text)));
    }

    static Object evaluate(ParsedExpression expression, Map<String, ?> values) {
        FeelValues.check(values);
        return EVALUATION.of(expression, values);
    }

    static boolean matches(ParsedExpression tests, Object input, Map<String, ?> values) {
        FeelValues.check(values);
        FeelValues.check(input);
        var all = new HashMap<String, Object>(values);
        all.put(INPUT, input);
        return Boolean.TRUE.equals(EVALUATION.of(tests, all));
    }

    private static String bounded(String text) {
        if (text.isBlank()) {
            throw new FeelInvalid("the expression is empty; write one or remove it.");
        }
        if (text.length() > LONGEST) {
            throw new FeelInvalid("the expression has more than 2000 characters; split it.");
        }
        return text;
    }

    private static ParsedExpression checked(String text, ParseResult parsed) {
        if (!parsed.isSuccess()) {
            var reason = parsed.failure().message();
            throw new FeelInvalid(
                    reason.contains("External functions")
                            ? "`%s` calls Java; use only functions of FEEL.".formatted(text)
                            : "`%s` is not FEEL; correct the expression.".formatted(text));
        }
        var tree = FeelTree.of(parsed.parsedExpression().expression());
        if (tree.definesFunction()) {
            throw new FeelInvalid("`%s` defines a function; use only functions of FEEL.".formatted(text));
        }
        tree.functions().forEach(function -> check(text, function));
        return parsed.parsedExpression();
    }

    private static void check(String text, String function) {
        if (UNREPEATABLE.contains(function)) {
            throw new FeelInvalid(
                    "`%s` calls %s(), which differs each time; a form reads the variable today instead, a decision a date of the form."
                            .formatted(text, function));
        }
        if (!FUNCTIONS.contains(function)) {
            throw new FeelInvalid(
                    "`%s` calls %s(), which FEEL does not have; use only functions of FEEL.".formatted(text, function));
        }
    }

    private static Set<String> functions() {
        var all = new HashSet<String>();
        Iterator<String> names = EVALUATION.functions().functionNames().iterator();
        while (names.hasNext()) {
            all.add(names.next());
        }
        return all;
    }
}
