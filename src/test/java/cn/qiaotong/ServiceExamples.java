package cn.qiaotong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples that a service folder's {@code scenarios.yaml} gives: answers by name, and what happens to them. */
public record ServiceExamples(
        String service, Map<String, Map<String, String>> examples, Map<String, List<Act>> scenarios) {

    /** The day on which every example begins that names no other. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

    private static final String AMONG_SEVERAL = " of ";
    private static final Set<String> OBSERVED = Set.of("day", "checks", "after", "withdrawal is refused", "ends");

    /** One act of a scenario: a word, and what it is about. */
    public record Act(String word, Object about) {

        public Map<String, String> answers() {
            return texts(about);
        }

        /** What happens while this is done, by word; nothing for most acts. */
        Map<String, String> meanwhile() {
            return about instanceof Map<?, ?> map && map.get("meanwhile") instanceof Map<?, ?> around
                    ? texts(around)
                    : Map.of();
        }

        /** Whether somebody does something here, and time does not just pass or the outcome is looked at. */
        public boolean isDone() {
            return !OBSERVED.contains(word);
        }

        /** The word without the branch. */
        public String step() {
            return word.split(AMONG_SEVERAL)[0];
        }

        /** Which branch acts where several are asked at once: {@code bank-answer of icbc-jianghai}. */
        public Optional<String> branch() {
            return word.contains(AMONG_SEVERAL)
                    ? Optional.of(word.substring(word.indexOf(AMONG_SEVERAL) + AMONG_SEVERAL.length()))
                    : Optional.empty();
        }

        public String text() {
            return about instanceof Date day
                    ? LocalDate.ofInstant(day.toInstant(), ZoneOffset.UTC).toString()
                    : String.valueOf(about);
        }
    }

    public static List<ServiceExamples> all() {
        return Shipped.ALL;
    }

    public static ServiceExamples of(String service) {
        return all().stream()
                .filter(examples -> examples.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** The examples of the folders on the class path, read once. */
    private static final class Shipped {

        static final List<ServiceExamples> ALL = List.copyOf(read());
    }

    private static List<ServiceExamples> read() {
        try {
            var found = new ArrayList<ServiceExamples>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/bpmn/*/scenarios.yaml")) {
                found.add(read(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServiceExamples read(Resource file) throws IOException {
        var path = file.getURL().getPath().split("/");
        Map<String, Map<String, Object>> yaml =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(file.getInputStream());
        var examples = new LinkedHashMap<String, Map<String, String>>();
        yaml.getOrDefault("examples", Map.of()).forEach((name, answers) -> examples.put(name, texts(answers)));
        var scenarios = new LinkedHashMap<String, List<Act>>();
        yaml.getOrDefault("scenarios", Map.of()).forEach((name, acts) -> scenarios.put(name, acts(acts)));
        return new ServiceExamples(path[path.length - 2], examples, scenarios);
    }

    private static List<Act> acts(Object list) {
        return ((List<?>) list).stream().map(ServiceExamples::act).toList();
    }

    private static Act act(Object act) {
        if (act instanceof Map<?, ?> map) {
            var only = map.entrySet().iterator().next();
            return new Act(String.valueOf(only.getKey()), only.getValue());
        }
        return new Act(String.valueOf(act), "");
    }

    /** The answers of an example, with those of the one it is like underneath. */
    public Map<String, String> answers(Object applied) {
        var own = applied instanceof Map<?, ?> ? texts(applied) : example(String.valueOf(applied));
        var answers = new LinkedHashMap<String, String>();
        if (own.containsKey("like")) {
            answers.putAll(answers(own.get("like")));
        }
        answers.putAll(own);
        answers.remove("like");
        return answers;
    }

    /**
     * The scenario that goes furthest: through the most different steps and, of those, with the most acts. One that names its
     * day cannot be gone on another.
     */
    List<Act> furthest() {
        return scenarios.values().stream()
                .filter(acts -> acts.stream().noneMatch(act -> act.word().equals("day")))
                .max(Comparator.<List<Act>>comparingLong(acts -> acts.stream()
                                .filter(Act::isDone)
                                .map(Act::step)
                                .distinct()
                                .count())
                        .thenComparing(List::size))
                .orElseThrow();
    }

    private Map<String, String> example(String name) {
        if (!examples.containsKey(name)) {
            throw new IllegalArgumentException("%s/scenarios.yaml has no example “%s”".formatted(service, name));
        }
        return examples.get(name);
    }

    static Map<String, String> texts(Object map) {
        var texts = new LinkedHashMap<String, String>();
        ((Map<?, ?>) map).forEach((key, value) -> {
            if (!(value instanceof Map)) {
                texts.put(
                        String.valueOf(key),
                        value instanceof List<?> several
                                ? several.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                : String.valueOf(value));
            }
        });
        return texts;
    }
}
