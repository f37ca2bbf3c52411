package cn.qiaotong.decision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** A FEEL expression read once and evaluated over typed values; a name without a value is unknown, never an error. */
public final class Condition {

    private final ParsedExpression expression;
    private final Set<String> names;

    Condition(ParsedExpression expression, Set<String> names) {
        this.expression = expression;
        this.names = Set.copyOf(names);
    }

    /** Whether the expression is true; unknown is not. */
    public boolean holds(Map<String, ?> values) {
        return value(values).filter(Boolean.TRUE::equals).isPresent();
    }

    /** What the expression gives, absent when that is unknown. */
    public Optional<Object> value(Map<String, ?> values) {
        return Optional.ofNullable(Feel.evaluate(expression, values));
    }

    /** The variables it reads; a path is one name, {@code policy.tie_years}. */
    public Set<String> names() {
        return names;
    }

    @Override
    public String toString() {
        return expression.text();
    }
}
