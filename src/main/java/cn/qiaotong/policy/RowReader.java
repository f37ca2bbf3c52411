package cn.qiaotong.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Reads one row of a policy file and refuses what it cannot mean. */
final class RowReader {

    static final String RELEASE = "release";

    private static final Set<String> FIELDS = Set.of(
            "kind",
            "key",
            "value",
            "unit",
            "texts",
            "from",
            "until",
            "source",
            "confidence",
            "note",
            FourEyes.ENTERED,
            FourEyes.APPROVED);
    private static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en");
    private static final List<String> CONFIDENCES = List.of("H", "M-H", "M-M", "M-L", "L");
    private static final UUID NOT_STORED = new UUID(0, 0);

    private final String file;
    private final int number;
    private final Map<String, Source> sources;

    RowReader(String file, int number, Map<String, Source> sources) {
        this.file = file;
        this.number = number;
        this.sources = sources;
    }

    PolicyRow read(Object content) throws PolicyInvalid {
        var row = new Fields(file, place(content), content).only(FIELDS);
        var kind = kind(row);
        var key = key(row, kind);
        var from = row.date("from");
        var until = row.date("until");
        if (from.isEmpty()) {
            throw row.invalid("write 'from', the first day on which it is in force.");
        }
        if (until.isPresent() && until.get().isBefore(from.get())) {
            throw row.invalid("'until' %s is before 'from' %s.".formatted(until.get(), from.get()));
        }
        if (until.isEmpty() && kind.needsEndAndApproval()) {
            throw row.invalid(
                    "write 'until', the last day on which it holds: a %s ends by itself.".formatted(kind.word()));
        }
        return row(row, kind, key, from.get(), until);
    }

    private PolicyRow row(Fields row, Kind kind, String key, LocalDate from, Optional<LocalDate> until)
            throws PolicyInvalid {
        var fourEyes = FourEyes.of(row, kind);
        return new PolicyRow(
                NOT_STORED,
                "",
                kind.word(),
                key,
                value(row, kind, key),
                row.text("unit").orElse(""),
                texts(row, kind),
                from,
                until,
                source(row),
                confidence(row),
                fourEyes.enteredBy(),
                fourEyes.approvedBy(),
                row.text("note").orElse(""));
    }

    private String place(Object content) {
        var key = content instanceof Map<?, ?> map ? map.get("key") : null;
        return key == null ? "row " + number : "row %d '%s'".formatted(number, key);
    }

    private static Kind kind(Fields row) throws PolicyInvalid {
        var word = row.requiredText("kind", "write 'kind': %s.".formatted(Kind.words()));
        var kind = Kind.of(word);
        if (kind.isEmpty()) {
            throw row.invalid("there is no kind '%s'; the kinds are %s.".formatted(word, Kind.words()));
        }
        return kind.get();
    }

    private static String key(Fields row, Kind kind) throws PolicyInvalid {
        var key = row.requiredText("key", "write 'key', the name of the row.");
        if (!key.matches(kind.isNamedInDecisions() ? "[a-z][a-z0-9_]{0,99}" : "[a-z][a-z0-9_-]{0,99}")) {
            throw row.invalid("a key of kind %s has lower-case letters, digits and %s only."
                    .formatted(kind.word(), kind.isNamedInDecisions() ? "underscores" : "underscores or hyphens"));
        }
        return key;
    }

    private static Object value(Fields row, Kind kind, String key) throws PolicyInvalid {
        var value = row.any("value").orElse("");
        if (!kind.accepts(value)) {
            throw row.invalid("the value of a row of kind %s is %s.".formatted(kind.word(), kind.expected()));
        }
        if (key.equals(PolicyValues.CLOSING_TIME) && !value.toString().matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw row.invalid("the value of %s is a time of the day, such as 17:30.".formatted(key));
        }
        return value;
    }

    private static Map<String, String> texts(Fields row, Kind kind) throws PolicyInvalid {
        var texts = new TreeMap<String, String>();
        for (var entry : row.map("texts").entrySet()) {
            if (!LANGUAGES.contains(entry.getKey())) {
                throw row.invalid("there is no language '%s'; the languages are %s."
                        .formatted(entry.getKey(), String.join(", ", LANGUAGES)));
            }
            texts.put(entry.getKey(), String.valueOf(entry.getValue()).strip());
        }
        for (var language : LANGUAGES) {
            if ((kind.needsTexts() || !texts.isEmpty())
                    && texts.getOrDefault(language, "").isEmpty()) {
                throw row.invalid("its text in %s is missing.".formatted(language));
            }
            if (!kind.acceptsText(texts.getOrDefault(language, ""))) {
                throw row.invalid("its text in %s is %s."
                        .formatted(language, kind.expectedText().orElseThrow()));
            }
        }
        return texts;
    }

    private static String confidence(Fields row) throws PolicyInvalid {
        var confidence = row.text("confidence").orElse("");
        if (!confidence.isEmpty() && !CONFIDENCES.contains(confidence)) {
            throw row.invalid("there is no confidence '%s'; it is one of %s."
                    .formatted(confidence, String.join(", ", CONFIDENCES)));
        }
        return confidence;
    }

    private Source source(Fields row) throws PolicyInvalid {
        var key = row.requiredText(
                "source", "write 'source', a key of 'sources', or DEMO where no document supports it.");
        if (!sources.containsKey(key)) {
            throw row.invalid("the source '%s' is not among 'sources'; add it there or write DEMO.".formatted(key));
        }
        return sources.get(key);
    }
}
