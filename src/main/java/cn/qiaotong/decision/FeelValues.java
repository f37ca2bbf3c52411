package cn.qiaotong.decision;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;

/**
 * The values that cross into FEEL and back. Numbers come back as exact decimals, and an object of any other type is refused,
 * because FEEL would otherwise read its properties by reflection.
 */
final class FeelValues extends JavaCustomValueMapper {

    @Override
    public Optional<Val> toValue(Object value, Function<Object, Val> inner) {
        return Optional.empty();
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
        return value instanceof ValNumber number ? Optional.of(number.value().bigDecimal()) : Optional.empty();
    }

    /** A result without the collections of the engine's own language, lists as lists and contexts as maps. */
    static Object plain(Object result) {
        if (result instanceof camundajar.impl.scala.collection.Map<?, ?> context) {
            var map = new LinkedHashMap<String, Object>();
            FeelTree.elements(context).forEach(entry -> {
                var pair = (Tuple2<?, ?>) entry;
                map.put(pair._1().toString(), plain(pair._2()));
            });
            return map;
        } else if (result instanceof Iterable<?> iterable) {
            var list = new ArrayList<Object>();
            FeelTree.elements(iterable).forEach(each -> list.add(plain(each)));
            return list;
        }
        return result;
    }

    static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(FeelValues::check);
        } else if (value instanceof List<?> list) {
            list.forEach(FeelValues::check);
        } else if (!isPlain(value)) {
            throw new IllegalArgumentException(
                    "A value of type %s cannot be given to an expression; give text, a number, a date, yes or no, a list or a map of these."
                            .formatted(value.getClass().getName()));
        }
    }

    private static boolean isPlain(Object value) {
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof Integer
                || value instanceof Long
                || value instanceof LocalDate
                || value instanceof LocalDateTime;
    }
}
