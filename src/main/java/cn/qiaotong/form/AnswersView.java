package cn.qiaotong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers as {@code form/answers} shows them: by page, sensitive ones masked, each with its way back, or beside earlier ones. */
public final class AnswersView {

    private final Form form;
    private final Answers answers;
    private final FieldWords words;
    private final Settings settings;

    private AnswersView(Form form, Answers answers, FieldWords words, Settings settings) {
        this.form = form;
        this.answers = answers;
        this.words = words;
        this.settings = settings;
    }

    public static AnswersView of(Form form, Answers answers, Words words) {
        return new AnswersView(
                form,
                answers,
                new FieldWords(words),
                new Settings(false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of()));
    }

    /** Shows sensitive answers in full, for who may see them. */
    public AnswersView unmasked() {
        return with(new Settings(true, settings.change, settings.before, settings.visible, settings.files));
    }

    /** Adds a link to change each answer, from the key of its page and the id of its control. */
    public AnswersView changeAt(BiFunction<String, String, String> href) {
        return with(new Settings(settings.open, Optional.of(href), settings.before, settings.visible, settings.files));
    }

    /** Shows these answers beside what they were. */
    public AnswersView since(Answers before) {
        return with(
                new Settings(settings.open, settings.change, Optional.of(before), settings.visible, settings.files));
    }

    /** Leaves out what is not among {@link Form#visible}; otherwise every field of the form has a row. */
    public AnswersView visible(Set<String> names) {
        return with(new Settings(settings.open, settings.change, settings.before, Optional.of(names), settings.files));
    }

    public AnswersView files(Map<String, Attachment> files) {
        return with(new Settings(settings.open, settings.change, settings.before, settings.visible, files));
    }

    public List<Section> sections() {
        return form.pages().stream()
                .map(page -> new Section(
                        page.key(), words.words().find(page.key() + ".label").orElse(page.label()), rows(page)))
                .filter(section -> !section.rows().isEmpty())
                .toList();
    }

    private AnswersView with(Settings changed) {
        return new AnswersView(form, answers, words, changed);
    }

    private List<Row> rows(Page page) {
        return page.fields().stream()
                .filter(form::isOutsideLists)
                .filter(field -> settings.visible
                        .map(names -> names.contains(field.key()))
                        .orElse(true))
                .flatMap(field -> field.type() == FieldType.DYNAMICLIST
                        ? items(page, field)
                        : Stream.of(row(page, field, field.key(), 0, answers.get(field.key()), before(field.key()))))
                .toList();
    }

    private Stream<Row> items(Page page, Field list) {
        var now = maps(answers.get(list.key()));
        var then = maps(before(list.key()));
        if (now.isEmpty() && then.isEmpty()) {
            return Stream.of(row(page, list, list.key(), 0, Optional.empty(), Optional.empty()));
        }
        var fields = Page.inputs(list.children().stream());
        return IntStream.range(0, Math.max(now.size(), then.size())).boxed().flatMap(item -> fields.stream()
                .filter(field -> value(now, item, field).isPresent()
                        || value(then, item, field).isPresent()
                        || field.required())
                .map(field -> row(
                        page,
                        field,
                        "%s.%d.%s".formatted(list.key(), item, field.key()),
                        item + 1,
                        value(now, item, field),
                        value(then, item, field))));
    }

    private Row row(Page page, Field field, String name, int item, Optional<Object> now, Optional<Object> then) {
        return new Row(
                name,
                words.label(field),
                item == 0 ? "" : form.parent(field).map(words::label).orElse(""),
                item,
                shown(field, now),
                shown(field, then),
                settings.before.isPresent() && !now.equals(then),
                now.filter(value -> !field.expects(value)).isPresent(),
                settings.change
                        .map(href -> href.apply(page.key(), FieldView.id(name)))
                        .orElse(null));
    }

    private List<Shown> shown(Field field, Optional<Object> value) {
        if (value.isEmpty()) {
            return List.of(Shown.NOTHING);
        }
        var all = new ArrayList<Object>();
        if (value.get() instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(value.get());
        }
        return all.stream().map(each -> one(field, each)).toList();
    }

    private Shown one(Field field, Object value) {
        var mask = field.property("masked");
        if (!settings.open && (field.pii() == Pii.SENSITIVE || mask.isPresent())) {
            return new Shown("text", masked(field, value, mask.orElse("2,2").split(",")));
        }
        if (field.type() == FieldType.FILEPICKER) {
            return Optional.ofNullable(settings.files.get(value))
                    .map(file -> new Shown("file", file))
                    .orElse(new Shown("text", value));
        }
        return field.type() == FieldType.NUMBER || field.options().isEmpty()
                ? adorned(field, Shown.of(value))
                : new Shown("text", label(field, value));
    }

    private static String masked(Field field, Object value, String[] visible) {
        return field.type() == FieldType.TEXTFIELD
                ? Shown.masked(value.toString(), Integer.parseInt(visible[0]), Integer.parseInt(visible[1]))
                : "******";
    }

    private Shown adorned(Field field, Shown shown) {
        var content = words.content(field, List.of());
        return shown.kind().equals("text")
                ? new Shown(
                        "text",
                        "%s %s %s"
                                .formatted(content.prefix(), shown.value(), content.suffix())
                                .strip())
                : shown;
    }

    private String label(Field field, Object value) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> words.option(field, option))
                .findFirst()
                .orElse(value.toString());
    }

    private Optional<Object> before(String key) {
        return settings.before.flatMap(before -> before.get(key));
    }

    private static List<?> maps(Optional<Object> list) {
        return list.map(List.class::cast).orElse(List.of());
    }

    private static Optional<Object> value(List<?> items, int item, Field field) {
        return item < items.size()
                ? Optional.ofNullable(((Map<?, ?>) items.get(item)).get(field.key()))
                : Optional.empty();
    }

    private record Settings(
            boolean open,
            Optional<BiFunction<String, String, String>> change,
            Optional<Answers> before,
            Optional<Set<String>> visible,
            Map<String, Attachment> files) {}

    /** A page's answers under its heading. */
    public record Section(String key, String label, List<Row> rows) {}

    /**
     * One answer, of the item numbered so where it is in a list; the link is null when it cannot be changed here. One of an
     * unusual form is still an answer, and worth a second look.
     */
    public record Row(
            String name,
            String label,
            String list,
            int item,
            List<Shown> values,
            List<Shown> before,
            boolean changed,
            boolean unusual,
            String href) {}
}
