package cn.qiaotong.portal;

import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.ServiceVersion;
import cn.qiaotong.decision.Decision;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.policy.PolicyValues;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What a service's decisions ask for, before anybody has answered anything: each condition with the policy rows it can rest
 * on. A decision is asked with each choice that its form offers, so that a row that only one choice leads to is found too;
 * what it said is kept until the service or its policy changes, because anybody may open the page that shows it.
 */
@Component
class Conditions {

    private static final String CONDITION = "condition";
    private static final String POLICY = "policy";

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The keys of the policy rows of each condition, in the decisions' order. */
    Map<String, Set<String>> of(PublicService service, PolicyValues policy) {
        var version = service.current();
        var context = policy.context();
        return known.compute(
                        service.key(),
                        (key, before) -> before != null && before.holdsFor(version, context)
                                ? before
                                : new Known(version, context, asked(version, context)))
                .conditions();
    }

    private static Map<String, Set<String>> asked(ServiceVersion version, Map<String, Object> policy) {
        var found = new LinkedHashMap<String, Set<String>>();
        var form = version.apply();
        version.decisions().values().stream()
                .filter(decision -> decision.outputs().contains(CONDITION))
                .forEach(decision -> tries(decision, form, policy).forEach(values -> add(decision, values, found)));
        return Collections.unmodifiableMap(found);
    }

    private static Stream<Map<String, Object>> tries(Decision decision, Form form, Map<String, Object> policy) {
        var unknown = new HashMap<String, Object>();
        form.fields().forEach(field -> unknown.put(field.key(), null));
        unknown.put(POLICY, policy);
        return Stream.concat(
                Stream.of(unknown),
                form.fields().stream()
                        .filter(field -> decision.inputs().contains(field.key()))
                        .flatMap(field -> choices(field).stream().map(choice -> with(unknown, field.key(), choice))));
    }

    private static List<String> choices(Field field) {
        return field.type() == FieldType.RADIO || field.type() == FieldType.SELECT
                ? field.options().stream().map(Field.Option::value).toList()
                : List.of();
    }

    private static Map<String, Object> with(Map<String, Object> values, String key, String choice) {
        var all = new HashMap<>(values);
        all.put(key, choice);
        return all;
    }

    private static void add(Decision decision, Map<String, Object> values, Map<String, Set<String>> found) {
        decision.decide(values).matches().forEach(match -> {
            var keys = found.computeIfAbsent(
                    String.valueOf(match.outputs().get(CONDITION)), condition -> new LinkedHashSet<>());
            if (match.outputs().get(POLICY) != null) {
                keys.add(match.outputs().get(POLICY).toString());
            }
        });
    }

    private record Known(ServiceVersion version, Map<String, Object> policy, Map<String, Set<String>> conditions) {

        boolean holdsFor(ServiceVersion now, Map<String, Object> inForce) {
            return version == now && policy.equals(inForce);
        }
    }
}
