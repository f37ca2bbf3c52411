package cn.qiaotong.form;

import cn.qiaotong.decision.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A form filled with what was typed: which fields show, and what each comes to. A hidden field has no value, so what was typed
 * into it neither is an answer nor moves any condition. Conditions never go in a circle, so each is worked out once, on demand.
 */
final class Sheet {

    private final Form form;
    private final Typed typed;
    private final CheckContext context;
    private final Map<Slot, Boolean> shown = new HashMap<>();
    private final Map<Slot, Reading> readings = new HashMap<>();

    Sheet(Form form, Typed typed, CheckContext context) {
        this.form = form;
        this.typed = typed;
        this.context = context;
    }

    boolean shows(Slot slot) {
        var known = shown.get(slot);
        if (known == null) {
            known = parent(slot).map(this::shows).orElse(true)
                    && slot.field()
                            .hidden()
                            .filter(hide -> hide.holds(values(hide, slot)))
                            .isEmpty();
            shown.put(slot, known);
        }
        return known;
    }

    /** The places a field stands in: itself, or itself in each item of its list. */
    List<Slot> slots(Field field) {
        var list = form.parent(field).filter(parent -> parent.type() == FieldType.DYNAMICLIST);
        return list.isEmpty()
                ? List.of(Slot.of(field))
                : IntStream.range(0, items(list.get()))
                        .mapToObj(item -> Slot.inItem(list.get(), item, field))
                        .toList();
    }

    int items(Field list) {
        return Math.min(typed.items(list.key()), Typed.MOST_ITEMS);
    }

    Reading reading(Slot slot) {
        var known = readings.get(slot);
        if (known == null) {
            known = shows(slot) ? read(slot) : Reading.nothing();
            readings.put(slot, known);
        }
        return known;
    }

    /** The valid answers of these fields, without those of the items of lists, which are in their lists. */
    Answers answers(List<Field> fields) {
        var values = new LinkedHashMap<String, Object>();
        fields.stream().filter(form::isOutsideLists).map(Slot::of).forEach(slot -> reading(slot)
                .value()
                .ifPresent(value -> values.put(slot.name(), value)));
        return Answers.of(values);
    }

    Stream<FieldError> errors(List<Field> fields) {
        return fields.stream().flatMap(field -> slots(field).stream()).flatMap(slot -> reading(slot).error().stream());
    }

    /** The file fields that hold fewer papers than the persons of their list, each of whom signs one. */
    Stream<FieldError> unsigned(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.evidenceOf().isPresent() && shows(Slot.of(field)))
                .filter(field -> reading(Slot.of(field)).error().isEmpty())
                .flatMap(field -> {
                    var persons = form.field(field.evidenceOf().get())
                            .filter(list -> shows(Slot.of(list)))
                            .map(this::items)
                            .orElse(0);
                    var papers = reading(Slot.of(field))
                            .value()
                            .map(files -> ((List<?>) files).size())
                            .orElse(0);
                    return papers < persons
                            ? Stream.of(new FieldError(field.key(), "files.evidence", List.of(persons)))
                            : Stream.empty();
                });
    }

    private Reading read(Slot slot) {
        var field = slot.field();
        var name = slot.name();
        var text = typed.first(name);
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> TextValue.read(field, name, text);
            case NUMBER -> NumberValue.read(field, name, text);
            case DATETIME -> DateValue.read(field, name, text, context.today());
            case CHECKBOX -> ChoiceValue.checkbox(field, name, text);
            case RADIO, SELECT -> ChoiceValue.one(field, name, text);
            case CHECKLIST, TAGLIST -> ChoiceValue.several(field, name, typed.all(name));
            case FILEPICKER -> ChoiceValue.files(field, name, typed.all(name));
            case EXPRESSION -> computed(slot).map(Reading::of).orElseGet(Reading::nothing);
            case DYNAMICLIST -> list(field);
            default -> Reading.nothing();
        };
    }

    private Reading list(Field list) {
        if (typed.items(list.key()) > list.maxItems()) {
            return Reading.refused(list.key(), "list.many", list.maxItems());
        }
        if (items(list) < list.minItems()) {
            return Reading.refused(list.key(), "list.few", list.minItems());
        }
        var items = new ArrayList<Map<String, Object>>();
        for (var item = 0; item < items(list); item++) {
            var values = new LinkedHashMap<String, Object>();
            for (var child : Page.inputs(list.children().stream())) {
                var slot = Slot.inItem(list, item, child);
                reading(slot).value().ifPresent(value -> values.put(child.key(), value));
            }
            items.add(values);
        }
        return items.isEmpty() ? Reading.nothing() : Reading.of(items);
    }

    /** What a computed field or a table's source gives. */
    Optional<Object> computed(Slot slot) {
        var source = slot.field().source().orElseThrow();
        return source.value(values(source, slot)).flatMap(Sheet::answer);
    }

    private static Optional<Object> answer(Object value) {
        try {
            return Optional.of(Answers.of(Map.of("value", value)).values().get("value"));
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private Optional<Slot> parent(Slot slot) {
        return form.parent(slot.field())
                .map(parent ->
                        parent.type() == FieldType.DYNAMICLIST ? Slot.of(parent) : new Slot(parent, slot.prefix()));
    }

    private Map<String, Object> values(Condition condition, Slot asker) {
        var values = new HashMap<String, Object>();
        for (var name : condition.names()) {
            var root = name.split("\\.")[0];
            values.put(root, value(root, asker));
        }
        return values;
    }

    private Object value(String name, Slot asker) {
        var field = form.field(name);
        if (field.isEmpty()) {
            return context.value(name);
        }
        var outside = form.isOutsideLists(field.get());
        var together = !outside && form.parent(field.get()).equals(form.parent(asker.field()));
        return outside || together
                ? reading(outside ? Slot.of(field.get()) : new Slot(field.get(), asker.prefix()))
                        .value()
                        .orElse(null)
                : null;
    }
}
