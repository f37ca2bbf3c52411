package cn.qiaotong.form;

import cn.qiaotong.form.ListReading.Wrong;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.LinkedMultiValueMap;

/**
 * The rows of a list, typed or read from elsewhere. What was read waits beside the list in the draft until it is taken, and
 * the rows it takes the place of stay there too, so that nothing is lost by taking.
 */
public record ListRows(Form form, Field list) {

    private static final String READ = "read:";
    private static final String REPLACED = "replaced:";

    public String key() {
        return list.key();
    }

    public String label(Words words) {
        return new FieldWords(words).label(list);
    }

    public int most() {
        return list.maxItems();
    }

    public List<ListColumn> columns(Words words) {
        return ListColumn.of(list, words);
    }

    public int count(Typed typed) {
        return Math.min(typed.items(key()), Typed.MOST_ITEMS);
    }

    /** What was typed into each item, by field. */
    public List<Map<String, List<String>>> texts(Typed typed) {
        return rows(typed, key());
    }

    /** The draft with these rows waiting, instead of any that waited; the places say in which column each field stood. */
    public Typed reading(Typed draft, List<ListRow> rows, Map<String, String> places) {
        var result = cleared(draft, READ + key());
        result = result.with(
                READ + key(),
                places.entrySet().stream()
                        .map(place -> place.getKey() + "=" + place.getValue())
                        .toList());
        return result.with(named(READ + key(), rows));
    }

    /** What the rows that wait come to, none when none wait. */
    public Optional<ListReading> reading(Typed draft, CheckContext context, Words words) {
        if (draft.all(READ + key()).isEmpty()) {
            return Optional.empty();
        }
        var rows = waiting(draft);
        var errors = errors(draft, rows, context);
        var wrong = errors.stream()
                .map(error -> wrong(draft, rows.get(Typed.item(key(), error.key())), error, new FieldWords(words)))
                .toList();
        return Optional.of(
                new ListReading(rows.size(), rows.size() - failed(errors).size(), wrong));
    }

    /** The draft with the rows that wait and fit instead of those of the list, which are kept. */
    public Typed taken(Typed draft, CheckContext context) {
        var rows = waiting(draft);
        var failed = failed(errors(draft, rows, context));
        var good = IntStream.range(0, rows.size())
                .filter(item -> !failed.contains(item))
                .mapToObj(rows::get)
                .toList();
        var kept = cleared(draft, REPLACED + key())
                .with(REPLACED + key(), List.of(String.valueOf(good.size())))
                .with(named(REPLACED + key(), numbered(texts(draft))));
        return cleared(filled(kept, good), READ + key());
    }

    /** How many rows were taken and how many they took the place of, while that can be undone. */
    public Optional<Replaced> replaced(Typed draft) {
        return draft.all(REPLACED + key()).stream()
                .findFirst()
                .map(taken -> new Replaced(Integer.parseInt(taken), draft.items(REPLACED + key())));
    }

    Typed restored(Typed draft) {
        return replaced(draft).isEmpty()
                ? draft
                : cleared(filled(draft, numbered(rows(draft, REPLACED + key()))), REPLACED + key());
    }

    Typed more(Typed draft) {
        return draft.items(key()) < most() ? draft.withItem(key()) : draft;
    }

    Optional<Typed> without(Typed draft, String name) {
        return Optional.of(Typed.item(key(), name))
                .filter(item -> item >= 0)
                .map(item -> draft.withoutItem(key(), item));
    }

    private List<FieldError> errors(Typed draft, List<ListRow> rows, CheckContext context) {
        var inputs = Page.inputs(list.children().stream());
        var found = new Sheet(form, filled(draft, rows), context)
                .errors(inputs)
                .collect(Collectors.groupingBy(error -> Typed.item(key(), error.key())));
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    private Set<Integer> failed(List<FieldError> errors) {
        return errors.stream()
                .map(error -> Typed.item(key(), error.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Wrong wrong(Typed draft, ListRow row, FieldError error, FieldWords words) {
        var field = form.field(error.key().substring(error.key().lastIndexOf('.') + 1))
                .orElseThrow();
        var column = draft.all(READ + key()).stream()
                .filter(place -> place.startsWith(field.key() + "="))
                .map(place -> place.substring(field.key().length() + 1))
                .findFirst()
                .orElse("");
        var heading = words.label(field);
        return new Wrong(
                row.number(),
                column.isEmpty() ? "" : column + row.number(),
                heading,
                String.join(", ", row.texts().getOrDefault(field.key(), List.of())),
                ErrorView.of(
                        error, "", heading, 0, words.error(field, error.code()).orElse(null)));
    }

    private List<ListRow> waiting(Typed draft) {
        var name = READ + key();
        var rows = rows(draft, name);
        return IntStream.range(0, rows.size())
                .mapToObj(item ->
                        new ListRow(Integer.parseInt(draft.first("%s.%d".formatted(name, item))), rows.get(item)))
                .toList();
    }

    private Typed filled(Typed draft, List<ListRow> rows) {
        return cleared(draft, key()).with(named(key(), rows));
    }

    private static List<ListRow> numbered(List<Map<String, List<String>>> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(item -> new ListRow(item + 1, rows.get(item)))
                .toList();
    }

    private static Typed cleared(Typed draft, String list) {
        return draft.only(name -> !name.equals(list) && Typed.item(list, name) < 0);
    }

    private static Typed named(String list, List<ListRow> rows) {
        var values = new LinkedMultiValueMap<String, String>();
        for (var item = 0; item < rows.size(); item++) {
            var name = "%s.%d".formatted(list, item);
            values.add(name, String.valueOf(rows.get(item).number()));
            rows.get(item).texts().forEach((key, texts) -> values.addAll(name + "." + key, texts));
        }
        return Typed.of(values);
    }

    private static List<Map<String, List<String>>> rows(Typed typed, String list) {
        var rows = new ArrayList<Map<String, List<String>>>();
        IntStream.range(0, Math.min(typed.items(list), Typed.MOST_ITEMS))
                .forEach(item -> rows.add(new LinkedHashMap<>()));
        typed.names().forEach(name -> {
            var item = Typed.item(list, name);
            if (item >= 0 && item < rows.size() && name.lastIndexOf('.') > list.length()) {
                rows.get(item).put(name.substring(name.lastIndexOf('.') + 1), typed.all(name));
            }
        });
        return rows;
    }

    /** What taking a reading did to a list. */
    public record Replaced(int taken, int before) {}
}
