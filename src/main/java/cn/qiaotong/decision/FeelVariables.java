package cn.qiaotong.decision;

import camundajar.impl.scala.Option;
import camundajar.impl.scala.Some;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.Map;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;

/** The variables of one evaluation, looked up where they are instead of copied; a null is known to be nothing, a missing one is not. */
final class FeelVariables extends CustomContext implements VariableProvider {

    private final Map<String, ?> values;

    FeelVariables(Map<String, ?> values) {
        this.values = values;
    }

    @Override
    public VariableProvider variableProvider() {
        return this;
    }

    @Override
    public Option<Object> getVariable(String name) {
        return values.containsKey(name) ? new Some<>(values.get(name)) : Option.empty();
    }

    @Override
    public Iterable<String> keys() {
        return CollectionConverters.asScala(values.keySet());
    }
}
