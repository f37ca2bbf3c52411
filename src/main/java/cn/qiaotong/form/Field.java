package cn.qiaotong.form;

import cn.qiaotong.decision.Condition;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One element of a form with what its file says about it, checked when the form was read. */
public final class Field {

    private final FieldType type;
    private final JsonNode node;
    private final List<Field> children;
    private final Optional<Condition> hidden;
    private final Optional<Condition> source;

    Field(FieldType type, JsonNode node, List<Field> children, Optional<Condition> hidden, Optional<Condition> source) {
        this.type = type;
        this.node = node;
        this.children = List.copyOf(children);
        this.hidden = hidden;
        this.source = source;
    }

    public FieldType type() {
        return type;
    }

    public String id() {
        return text("id").orElseThrow();
    }

    /** The name of its answer, or its id where it has none. */
    public String key() {
        return text(type == FieldType.DYNAMICLIST ? "path" : "key").orElseGet(this::id);
    }

    public String label() {
        return text("label").or(() -> text("dateLabel")).orElse("");
    }

    public String description() {
        return text("description").orElse("");
    }

    public boolean required() {
        return rule("required").filter(JsonNode::asBoolean).isPresent();
    }

    public Pii pii() {
        return property("pii")
                .map(pii -> Pii.valueOf(pii.toUpperCase(Locale.ROOT)))
                .orElse(Pii.NONE);
    }

    /** Whether its answer may go to the engine. */
    public boolean engine() {
        return property("engine").isPresent();
    }

    /** Whether an answer of staff may be told to the applicant: a choice from a reviewed list, never a text of their own. */
    public boolean tellable() {
        return property("tellable").isPresent();
    }

    /** Whether an answer has the usual form, where the designer names one: formats drift, so another is no error. */
    boolean expects(Object answer) {
        return property("expected")
                .map(usual -> Pattern.compile(usual).matcher(answer.toString()).find())
                .orElse(true);
    }

    public List<Option> options() {
        return elements("values")
                .map(each -> new Option(
                        each.path("value").asText(), each.path("label").asText()))
                .toList();
    }

    /** The name of the options that a request gives it; empty for one whose options stand in the form. */
    public Optional<String> valuesKey() {
        return text("valuesKey");
    }

    /** This element, with the options that a request gives it and what is inside it. */
    Field offering(Map<String, List<Option>> given) {
        var offered = node.deepCopy();
        valuesKey()
                .map(given::get)
                .ifPresent(options -> options.forEach(option -> ((ObjectNode) offered)
                        .withArray("values")
                        .addObject()
                        .put("value", option.value())
                        .put("label", option.label())));
        return new Field(
                type,
                offered,
                children.stream().map(child -> child.offering(given)).toList(),
                hidden,
                source);
    }

    /** What is inside a group, or in each item of a list. */
    public List<Field> children() {
        return children;
    }

    public Optional<String> property(String name) {
        return Optional.of(node.path("properties").path(name).asText()).filter(value -> !value.isEmpty());
    }

    /** The file types a file picker takes, {@code .pdf,.jpg}. */
    public String accept() {
        return text("accept").orElse("");
    }

    public boolean multiple() {
        return node.path("multiple").asBoolean();
    }

    /** How many files a file picker takes. */
    public int maxFiles() {
        return property("maxFiles").map(Integer::valueOf).orElse(multiple() ? 10 : 1);
    }

    /** The list whose persons each sign one of these files, in the order of the list. */
    public Optional<String> evidenceOf() {
        return property("evidenceOf");
    }

    /** The field that gives the time zone in which its hours are told, too. */
    public Optional<String> zoneOf() {
        return property("zoneOf");
    }

    /** How many items a list must have. */
    public int minItems() {
        return property("minItems").map(Integer::valueOf).orElse(0);
    }

    /** How many items a list takes. */
    public int maxItems() {
        return property("maxItems").map(Integer::valueOf).orElse(50);
    }

    /** Whether items may be added to a list and taken out of it. */
    public boolean grows() {
        return node.path("allowAddRemove").asBoolean(true);
    }

    public Optional<Integer> maxSizeMb() {
        return property("maxSizeMb").map(Integer::valueOf);
    }

    Optional<Condition> hidden() {
        return hidden;
    }

    /** What an expression computes, or the rows of a table. */
    Optional<Condition> source() {
        return source;
    }

    Optional<JsonNode> rule(String name) {
        return Optional.ofNullable(node.path("validate").get(name)).filter(rule -> !rule.isNull());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText).filter(value -> !value.isEmpty());
    }

    Optional<String> adorner(String name) {
        return Optional.ofNullable(node.path("appearance").get(name)).map(JsonNode::asText);
    }

    Optional<Integer> number(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asInt);
    }

    Stream<JsonNode> elements(String name) {
        return StreamSupport.stream(node.path(name).spliterator(), false);
    }

    boolean withTime() {
        return text("subtype").filter("datetime"::equals).isPresent();
    }

    boolean disallowsPassedDates() {
        return node.path("disallowPassedDates").asBoolean();
    }

    /** This element and everything inside it, outermost first. */
    Stream<Field> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Field::tree));
    }

    Field holding(List<Field> others, Optional<Condition> condition) {
        return new Field(type, node, others, condition, source);
    }

    @Override
    public String toString() {
        return type.fragment() + " " + id();
    }

    /** One of the choices a field offers. */
    public record Option(String value, String label) {}
}
