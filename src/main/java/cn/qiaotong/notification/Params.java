package cn.qiaotong.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a notice is about, as ids and codes; anything that could be a person's words is refused. */
record Params(Map<String, String> values) {

    static final String SERVICE = "service";

    /** Begins the names of the parameters that are keys of words which the applicant is told. */
    static final String TOLD = "told-";

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");

    Params {
        values.forEach((name, code) -> {
            if (!CODE.matcher(name).matches() || !CODE.matcher(code).matches()) {
                throw new IllegalArgumentException(
                        "The parameter %s is no code.".formatted(name.replaceAll("\\W", "")));
            }
        });
        values = Map.copyOf(values);
    }

    static Params read(String text) {
        return new Params(Arrays.stream(text.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1])));
    }

    String text() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    List<String> told() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(TOLD))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    /** The service that a notice without a request is about. */
    String service() {
        return get(SERVICE).orElseThrow();
    }

    Optional<UUID> id(String name) {
        return get(name).map(UUID::fromString);
    }
}
