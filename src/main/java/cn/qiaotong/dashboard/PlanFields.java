package cn.qiaotong.dashboard;

import cn.qiaotong.web.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The named parts of one place in the file of the plan, each asked for by what it must be. */
final class PlanFields {

    /** The languages that the plan itself is not written in. */
    static final List<String> TRANSLATIONS = Stream.of(Language.values())
            .filter(language -> language != Language.SIMPLIFIED)
            .map(Language::html)
            .toList();

    private static final List<String> LANGUAGES =
            Stream.of(Language.values()).map(Language::html).toList();

    private final String file;
    private final String place;
    private final Map<String, Object> fields = new TreeMap<>();

    PlanFields(String file, String place, Object content) {
        this.file = file;
        this.place = place;
        if (!(content instanceof Map<?, ?> map)) {
            throw refused("write it as named fields.");
        }
        map.forEach((key, field) -> fields.put(String.valueOf(key), field));
    }

    PlanFields only(Set<String> known) {
        fields.keySet().stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> {
                    throw refused("there is no field '%s'; the fields are %s."
                            .formatted(field, String.join(", ", new TreeSet<>(known))));
                });
        return this;
    }

    boolean has(String field) {
        return fields.get(field) != null;
    }

    String text(String field) {
        if (fields.get(field) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw refused("write '%s' as text.".formatted(field));
    }

    int number(String field) {
        if (fields.get(field) instanceof Integer number) {
            return number;
        }
        throw refused("write '%s' as a number.".formatted(field));
    }

    /** The fields within a field, and no others than these. */
    PlanFields part(String field, Set<String> known) {
        return new PlanFields(file, "%s, '%s'".formatted(place, field), fields.get(field)).only(known);
    }

    LocalDate date(String field) {
        try {
            return LocalDate.parse(String.valueOf(fields.get(field)));
        } catch (DateTimeException noDay) {
            throw refused("write '%s' as a day, such as 2026-02-26.".formatted(field));
        }
    }

    /** One of the words of an enumeration, written in lower case. */
    <E extends Enum<E>> E word(String field, Class<E> words) {
        return word(field, String.valueOf(fields.get(field)), words);
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> words) {
        return words(field).stream().map(written -> word(field, written, words)).toList();
    }

    private <E extends Enum<E>> E word(String field, String written, Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> written.equals(word.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> refused("'%s' is one of %s."
                        .formatted(
                                field,
                                Arrays.stream(words.getEnumConstants())
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    List<?> list(String field) {
        if (fields.get(field) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw refused("write '%s' as a list.".formatted(field));
    }

    List<String> words(String field) {
        return fields.get(field) instanceof String word
                ? List.of(word)
                : list(field).stream().map(String::valueOf).toList();
    }

    Map<String, String> texts(String field) {
        return texts(field, LANGUAGES);
    }

    Map<String, String> texts(String field, Collection<String> languages) {
        var texts = new TreeMap<String, String>();
        if (fields.get(field) instanceof Map<?, ?> map) {
            map.forEach((language, text) -> texts.put(
                    String.valueOf(language),
                    String.valueOf(text == null ? "" : text).strip()));
        }
        for (var language : languages) {
            if (texts.getOrDefault(language, "").isEmpty()) {
                throw refused("'%s' is missing in %s.".formatted(field, language));
            }
        }
        if (texts.size() > languages.size()) {
            throw refused(
                    "'%s' is written in %s and in no other language.".formatted(field, String.join(", ", languages)));
        }
        return texts;
    }

    /** The plan's own words beside their translations. */
    Map<String, String> withQuote(Map<String, String> translations) {
        var all = new TreeMap<>(translations);
        all.put(Language.SIMPLIFIED.html(), text("quote"));
        return all;
    }

    PlanRefused refused(String fix) {
        return new PlanRefused(file, place, fix);
    }
}
