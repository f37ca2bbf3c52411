package cn.qiaotong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
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
        return new AnswersView(form, answers, new FieldWords(words), Settings.FIRST);
    }

    /** Shows sensitive answers in full, for who may see them. */
    public AnswersView unmasked() {
        return with(new Settings(
                true, settings.change, settings.before, settings.visible, settings.files, settings.context));
    }

    /** Adds a link to change each answer, from the key of its page and the id of its control. */
    public AnswersView changeAt(BiFunction<String, String, String> href) {
        return with(new Settings(
                settings.open, Optional.of(href), settings.before, settings.visible, settings.files, settings.context));
    }

    /** Shows these answers beside what they were. */
    public AnswersView since(Answers before) {
        return with(new Settings(
                settings.open,
                settings.change,
                Optional.of(before),
                settings.visible,
                settings.files,
                settings.context));
    }

    /** Leaves out what is not among {@link Form#visible}; otherwise every field of the form has a row. */
    public AnswersView visible(Set<String> names) {
        return with(new Settings(
                settings.open, settings.change, settings.before, Optional.of(names), settings.files, settings.context));
    }

    public AnswersView files(Map<String, Attachment> files) {
        return with(new Settings(
                settings.open, settings.change, settings.before, settings.visible, files, settings.context));
    }

    /** Asks for a second look at what the checks that the form names find unusual, too. */
    public AnswersView doubting(CheckContext context) {
        return with(new Settings(
                settings.open,
                settings.change,
                settings.before,
                settings.visible,
                settings.files,
                Optional.of(context)));
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
                        ? Stream.of(list(page, field))
                        : Stream.of(row(page, field, field.key(), answers.get(field.key()), before(field.key()))))
                .toList();
    }

    private Row list(Page page, Field list) {
        var now = answers.get(list.key());
        var table = ListTable.of(
                list,
                now,
                settings.before.map(before -> before.get(list.key())),
                words::label,
                (field, value) -> shown(field, value, answers));
        var row = row(page, list, list.key(), now, before(list.key()));
        return table.lines().isEmpty()
                ? row
                : new Row(
                        row.name(),
                        row.label(),
                        count(now),
                        count(before(list.key())),
                        row.changed(),
                        row.unusual(),
                        row.href(),
                        Optional.of(table));
    }

    private static List<Shown> count(Optional<Object> list) {
        return List.of(
                list.map(items -> new Shown("items", ((List<?>) items).size())).orElse(Shown.NOTHING));
    }

    private Row row(Page page, Field field, String name, Optional<Object> now, Optional<Object> then) {
        return new Row(
                name,
                words.label(field),
                field.type() == FieldType.DYNAMICLIST ? count(now) : shown(field, now, answers),
                field.type() == FieldType.DYNAMICLIST
                        ? count(then)
                        : shown(field, then, settings.before.orElse(answers)),
                settings.before.isPresent() && !now.equals(then),
                now.flatMap(value -> unusual(field, value)).orElse(null),
                settings.change
                        .map(href -> href.apply(page.key(), FieldView.id(name)))
                        .orElse(null),
                Optional.empty());
    }

    private Optional<String> unusual(Field field, Object answer) {
        var doubt = settings.context.flatMap(context -> field.property("crossCheck")
                .flatMap(name -> context.crossCheck(name).doubt(answer, context)));
        return (field.expects(answer) ? doubt : Optional.of("document")).map(code -> "form.unusual." + code);
    }

    private List<Shown> shown(Field field, Optional<Object> value, Answers given) {
        if (value.isEmpty()) {
            return List.of(Shown.NOTHING);
        }
        var all = new ArrayList<Object>();
        if (value.get() instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(value.get());
        }
        return all.stream().map(each -> one(field, each, given)).toList();
    }

    private Shown one(Field field, Object value, Answers given) {
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
                : chosen(field, value, given);
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

    private Shown chosen(Field field, Object value, Answers given) {
        return field.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> words.hours(form, field, option, zone -> given.get(zone)
                                .map(Object::toString)
                                .orElse(""))
                        .map(hours -> new Shown("hours", hours))
                        .orElseGet(() -> new Shown("text", words.option(field, option))))
                .findFirst()
                .orElseGet(() -> new Shown("text", value.toString()));
    }

    private Optional<Object> before(String key) {
        return settings.before.flatMap(before -> before.get(key));
    }

    private record Settings(
            boolean open,
            Optional<BiFunction<String, String, String>> change,
            Optional<Answers> before,
            Optional<Set<String>> visible,
            Map<String, Attachment> files,
            Optional<CheckContext> context) {

        static final Settings FIRST =
                new Settings(false, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** A page's answers under its heading. */
    public record Section(String key, String label, List<Row> rows) {}

    /**
     * One answer, and its rows where it is a list; the link is null when it cannot be changed here. An unusual one is still an
     * answer, and worth a second look: the key of what is then said, or null.
     */
    public record Row(
            String name,
            String label,
            List<Shown> values,
            List<Shown> before,
            boolean changed,
            String unusual,
            String href,
            Optional<ListTable> table) {}
}
