package cn.qiaotong.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformer;
import org.camunda.bpm.dmn.engine.impl.spi.type.DmnDataTypeTransformerRegistry;
import org.camunda.bpm.engine.variable.Variables;

/** The types a column may declare. A value of another type is a fault, never converted; unknown values and lists pass. */
final class DecisionTypes implements DmnDataTypeTransformerRegistry {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "string", String.class,
            "boolean", Boolean.class,
            "number", BigDecimal.class,
            "integer", BigDecimal.class,
            "long", BigDecimal.class,
            "double", BigDecimal.class,
            "date", LocalDate.class);

    static Set<String> names() {
        return TYPES.keySet();
    }

    @Override
    public DmnDataTypeTransformer getTransformer(String name) {
        var type = TYPES.getOrDefault(name, Object.class);
        return value -> {
            if (value != null && !(value instanceof List) && !type.isInstance(value)) {
                throw new IllegalArgumentException("a %s was expected".formatted(name));
            }
            return Variables.untypedValue(value);
        };
    }

    @Override
    public void addTransformer(String name, DmnDataTypeTransformer transformer) {
        throw new UnsupportedOperationException("The types of columns are fixed.");
    }
}
