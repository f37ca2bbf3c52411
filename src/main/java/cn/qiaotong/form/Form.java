package cn.qiaotong.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A form as its file says: pages of fields, the rules of their answers and the conditions under which they show. */
public final class Form {

    private static final String ADD = "form.add";
    private static final String REMOVE = "form.remove";
    private static final String RESTORE = "form.restore";

    private final String id;
    private final List<Field> content;
    private final List<Field> fields;
    private final Map<String, Field> byKey = new HashMap<>();
    private final Map<Field, Field> parents = new HashMap<>();

    Form(String id, List<Field> content) {
        this.id = id;
        this.content = List.copyOf(content);
        this.fields = Page.inputs(content.stream());
        fields.forEach(field -> byKey.putIfAbsent(field.key(), field));
        everything().forEach(parent -> parent.children().forEach(child -> parents.put(child, parent)));
    }

    /** The form of one file, or {@link FormInvalid} with the fix. */
    public static Form read(String resource, byte[] json) {
        return new FormReader(resource).read(json);
    }

    public String id() {
        return id;
    }

    public List<Page> pages() {
        var groups =
                content.stream().filter(each -> each.type() == FieldType.GROUP).toList();
        return groups.isEmpty()
                ? List.of(new Page(id, "", content))
                : groups.stream()
                        .map(each -> new Page(each.id(), each.label(), each.children()))
                        .toList();
    }

    public Optional<Page> page(String key) {
        return pages().stream().filter(page -> page.key().equals(key)).findFirst();
    }

    /** The pages that show, given what was typed. */
    public List<Page> pages(Typed typed, CheckContext context) {
        var sheet = new Sheet(this, typed, context);
        return pages().stream().filter(page -> isShown(page, sheet)).toList();
    }

    /** Every field with an answer, depth first; lists before the fields of their items. */
    public List<Field> fields() {
        return fields;
    }

    public Optional<Field> field(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** This form reduced to these fields; a condition stays only where all it reads does. */
    public Form only(Set<String> keys) {
        return new Excerpt(this).of(keys);
    }

    /**
     * This form for asking these fields again, together with those that their answers may bring up, change or need signed; the
     * conditions of these read earlier answers, too. The closed fields are not asked.
     */
    public Form again(Set<String> asked, Set<String> closed) {
        return new Excerpt(this).following(asked, closed);
    }

    public Checked check(Typed typed, CheckContext context) {
        return check(fields(), typed, context);
    }

    /** Checks one page; its conditions still read the answers of the others. */
    public Checked check(Page page, Typed typed, CheckContext context) {
        return check(page.fields(), typed, context);
    }

    /** What the engine may know of these answers: those of fields marked {@code engine}, and no other. */
    public Map<String, Object> facts(Answers answers) {
        var facts = new HashMap<String, Object>();
        fields().stream().filter(Field::engine).forEach(field -> answers.get(field.key())
                .ifPresent(answer -> facts.put(field.key(), answer)));
        return facts;
    }

    /** The names of the controls and the keys of the pages that show, given what was typed. */
    public Set<String> visible(Typed typed, CheckContext context) {
        var sheet = new Sheet(this, typed, context);
        var visible =
                pages(typed, context).stream().map(Page::key).collect(Collectors.toCollection(LinkedHashSet::new));
        fields().stream()
                .flatMap(field -> sheet.slots(field).stream())
                .filter(sheet::shows)
                .map(Slot::name)
                .forEach(visible::add);
        return visible;
    }

    /** What a new draft begins with. */
    public Typed defaults() {
        return Defaults.of(this);
    }

    /** Answers as if they had been typed, to start a draft from. */
    public Typed typed(Answers answers) {
        return Defaults.of(this, answers);
    }

    /** The draft after a page was posted: the page's controls as posted, cleared where nothing came; stored files stay. */
    public Typed posted(Page page, Typed draft, Typed posted) {
        Predicate<String> here = name -> isOn(page, name);
        return draft.only(here.negate()).with(posted.only(here));
    }

    /** What is left when the button pressed adds, removes or brings back items of a list; absent for any other button. */
    public Optional<Typed> edited(Typed posted) {
        var clean = posted.without(List.of(ADD, REMOVE, RESTORE));
        var removed = posted.first(REMOVE);
        return rows(posted.first(ADD))
                .map(rows -> rows.more(clean))
                .or(() -> rows(posted.first(RESTORE)).map(rows -> rows.restored(clean)))
                .or(() -> rows(removed.split("\\.")[0]).flatMap(rows -> rows.without(clean, removed)));
    }

    /** A list that may grow and shrink, with its rows. */
    public Optional<ListRows> rows(String list) {
        return field(list)
                .filter(field -> field.type() == FieldType.DYNAMICLIST && field.grows())
                .map(field -> new ListRows(this, field));
    }

    /** The form with the options that a request gives to those of its fields that name them. */
    public Form offering(Map<String, List<Field.Option>> given) {
        return new Form(id, content.stream().map(field -> field.offering(given)).toList());
    }

    /** The Java rules this form names. */
    public Set<String> crossChecks() {
        return fields().stream()
                .flatMap(field -> field.property("crossCheck").stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names its conditions and computed fields read that no field gives. */
    public Set<String> reads() {
        return everything()
                .flatMap(field -> Stream.concat(field.hidden().stream(), field.source().stream()))
                .flatMap(condition -> condition.names().stream())
                .filter(name -> field(name.split("\\.")[0]).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every text the form shows, by the key its translations go by. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        everything().forEach(field -> FieldTexts.of(field).forEach(texts::putIfAbsent));
        return texts;
    }

    List<Field> content() {
        return content;
    }

    Optional<Field> parent(Field field) {
        return Optional.ofNullable(parents.get(field));
    }

    boolean isOutsideLists(Field field) {
        return parent(field)
                .filter(parent -> parent.type() == FieldType.DYNAMICLIST)
                .isEmpty();
    }

    private Stream<Field> everything() {
        return content.stream().flatMap(Field::tree);
    }

    private Checked check(List<Field> fields, Typed typed, CheckContext context) {
        var sheet = new Sheet(this, typed, context);
        var errors = new ArrayList<>(sheet.errors(fields).toList());
        errors.addAll(sheet.unsigned(fields).toList());
        if (errors.isEmpty()) {
            errors.addAll(crossErrors(fields, sheet, context));
        }
        return errors.isEmpty() ? new Valid(sheet.answers(fields)) : new Invalid(errors);
    }

    private List<FieldError> crossErrors(List<Field> fields, Sheet sheet, CheckContext context) {
        var answers = sheet.answers(fields());
        return fields.stream()
                .filter(field -> field.property("crossCheck").isPresent())
                .flatMap(field -> sheet.slots(field).stream())
                .filter(slot -> sheet.reading(slot).value().isPresent())
                .flatMap(slot -> context
                        .crossCheck(slot.field().property("crossCheck").orElseThrow())
                        .check(slot.name(), answers, context)
                        .stream())
                .toList();
    }

    private boolean isShown(Page page, Sheet sheet) {
        return content.stream()
                .filter(each -> each.id().equals(page.key()))
                .allMatch(group -> sheet.shows(Slot.of(group)));
    }

    private boolean isOn(Page page, String name) {
        return page.fields().stream()
                .filter(field -> field.type() != FieldType.FILEPICKER)
                .anyMatch(field -> isOf(field, name));
    }

    private boolean isOf(Field field, String name) {
        if (field.type() == FieldType.DYNAMICLIST) {
            return Typed.item(field.key(), name) >= 0 && name.indexOf('.') == name.lastIndexOf('.');
        }
        return isOutsideLists(field)
                ? name.equals(field.key())
                : name.endsWith("." + field.key())
                        && Typed.item(parents.get(field).key(), name) >= 0
                        && name.chars().filter(c -> c == '.').count() == 2;
    }
}
