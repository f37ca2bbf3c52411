package cn.qiaotong.form;

import cn.qiaotong.form.FieldView.Choice;
import cn.qiaotong.form.FieldView.Item;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A form, or one page of it, as {@code form/fields} shows it: filled as typed, hidden parts left out, errors in place. */
public final class FormView {

    private final Form form;
    private final List<Field> content;
    private final Typed typed;
    private final Sheet sheet;
    private final FieldWords words;
    private final List<FieldError> errors;
    private final Map<String, Attachment> attachments;

    private FormView(
            Form form,
            List<Field> content,
            Typed typed,
            Sheet sheet,
            FieldWords words,
            List<FieldError> errors,
            Map<String, Attachment> attachments) {
        this.form = form;
        this.content = content;
        this.typed = typed;
        this.sheet = sheet;
        this.words = words;
        this.errors = List.copyOf(errors);
        this.attachments = Map.copyOf(attachments);
    }

    /** The whole form on one page. */
    public static FormView of(Form form, Typed typed, CheckContext context, Words words) {
        return new FormView(
                form,
                form.content(),
                typed,
                new Sheet(form, typed, context),
                new FieldWords(words),
                List.of(),
                Map.of());
    }

    /** One page of the wizard. */
    public FormView on(Page page) {
        return new FormView(form, page.content(), typed, sheet, words, errors, attachments);
    }

    public FormView with(List<FieldError> found) {
        return new FormView(form, content, typed, sheet, words, found, attachments);
    }

    /** The stored files that file pickers name, by document id. */
    public FormView files(Map<String, Attachment> files) {
        return new FormView(form, content, typed, sheet, words, errors, files);
    }

    public List<FieldView> parts() {
        return content.stream().flatMap(field -> shown(Slot.of(field))).toList();
    }

    /** The first error of each field, in the order found. */
    public List<ErrorView> errors() {
        return errors.stream()
                .map(FieldError::key)
                .distinct()
                .flatMap(name -> error(name).stream())
                .toList();
    }

    private Stream<FieldView> shown(Slot slot) {
        return sheet.shows(slot) ? Stream.of(view(slot)) : Stream.empty();
    }

    private FieldView view(Slot slot) {
        var field = slot.field();
        var grouped = field.type() == FieldType.GROUP;
        return new FieldView(
                field,
                slot.name(),
                words.label(field),
                words.hint(field),
                values(slot),
                error(slot.name()),
                options(slot),
                grouped
                        ? field.children().stream()
                                .flatMap(child -> shown(Slot.of(child)))
                                .toList()
                        : List.of(),
                field.type() == FieldType.DYNAMICLIST ? items(field) : List.of(),
                words.content(field, rows(slot)),
                field.type() == FieldType.FILEPICKER ? files(slot) : List.of(),
                form.rows(field.key()).flatMap(rows -> rows.replaced(typed)));
    }

    private List<String> values(Slot slot) {
        return slot.field().type() == FieldType.EXPRESSION
                ? sheet.computed(slot).map(Shown::text).stream().toList()
                : typed.all(slot.name());
    }

    private List<?> rows(Slot slot) {
        return slot.field().type() == FieldType.TABLE
                ? sheet.computed(slot)
                        .filter(List.class::isInstance)
                        .map(List.class::cast)
                        .map(FormView::maps)
                        .orElse(List.of())
                : List.of();
    }

    private static List<?> maps(List<?> rows) {
        return rows.stream().filter(Map.class::isInstance).toList();
    }

    private List<Choice> options(Slot slot) {
        var options = slot.field().options();
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Choice(
                        FieldView.id(slot.name()) + (i == 0 ? "" : "-" + i),
                        options.get(i).value(),
                        words.option(slot.field(), options.get(i)),
                        words.hours(form, slot.field(), options.get(i), typed::first),
                        typed.all(slot.name()).contains(options.get(i).value())))
                .toList();
    }

    private List<Item> items(Field list) {
        return IntStream.range(0, sheet.items(list))
                .mapToObj(item -> new Item(
                        "%s.%d".formatted(list.key(), item),
                        item + 1,
                        list.children().stream()
                                .flatMap(child -> shown(Slot.inItem(list, item, child)))
                                .toList()))
                .toList();
    }

    private List<Attachment> files(Slot slot) {
        return typed.all(slot.name()).stream()
                .filter(attachments::containsKey)
                .map(attachments::get)
                .toList();
    }

    private Optional<ErrorView> error(String name) {
        return errors.stream()
                .filter(error -> error.key().equals(name))
                .findFirst()
                .map(error -> {
                    var field = form.field(name.substring(name.lastIndexOf('.') + 1));
                    return ErrorView.of(
                            error,
                            FieldView.id(name),
                            field.map(words::label).orElse(name),
                            field.flatMap(form::parent)
                                    .map(parent -> Typed.item(parent.key(), name) + 1)
                                    .orElse(0),
                            field.flatMap(each -> words.error(each, error.code()))
                                    .orElse(null));
                });
    }
}
