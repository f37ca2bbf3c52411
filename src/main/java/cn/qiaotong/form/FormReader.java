package cn.qiaotong.form;

import cn.qiaotong.decision.Condition;
import cn.qiaotong.decision.Feel;
import cn.qiaotong.decision.FeelInvalid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one form file, element by element, and refuses with the fix what we would show or check otherwise than its designer. */
final class FormReader {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> TAKEN = Set.of("today", "policy", "item");
    private static final Set<String> ROOT = Set.of(
            "components",
            "type",
            "id",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag");

    private final String resource;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> keys = new HashSet<>();

    FormReader(String resource) {
        this.resource = resource;
    }

    Form read(byte[] json) {
        var root = root(json);
        var content = children(root, Optional.empty());
        var grouped = content.stream().anyMatch(field -> field.type() == FieldType.GROUP);
        for (var field : content) {
            refuse(
                    grouped && field.type() != FieldType.GROUP && field.type() != FieldType.BUTTON,
                    field.toString(),
                    "it stands beside the pages; move it into a group.");
            refuse(
                    field.type() == FieldType.GROUP && field.label().isEmpty(),
                    field.toString(),
                    "a page needs a heading; give the group a label.");
        }
        refuse(Page.inputs(content.stream()).isEmpty(), "form", "it asks nothing; add a field.");
        Circles.refuse(content).ifPresent(key -> {
            throw new FormInvalid(resource, "field " + key, "its condition depends on itself; break the circle.");
        });
        return new Form(root.path("id").asText(), content);
    }

    private JsonNode root(byte[] json) {
        var root = parsed(json);
        root.fieldNames()
                .forEachRemaining(name ->
                        refuse(!ROOT.contains(name), "form", "the key %s is not known; remove it.".formatted(name)));
        refuse(root.path("id").asText().isEmpty(), "form", "the id is missing; give it one.");
        refuse(
                !root.path("executionPlatform").asText().equals("Camunda Platform")
                        || !root.path("executionPlatformVersion").asText().equals("7.24.0"),
                "form",
                "the platform must be Camunda Platform 7.24.0; choose it in the Modeler.");
        return root;
    }

    private JsonNode parsed(byte[] json) {
        try {
            var root = Json.read(json);
            refuse(!root.isObject(), "file", "it is not a form; save it from the Modeler.");
            return root;
        } catch (UncheckedIOException e) {
            throw new FormInvalid(resource, "file", "it is not JSON; correct the file.");
        }
    }

    private List<Field> children(JsonNode node, Optional<FieldType> within) {
        var fields = new ArrayList<Field>();
        node.path("components").forEach(child -> fields.add(field(child, within)));
        return fields;
    }

    private Field field(JsonNode node, Optional<FieldType> within) {
        var id = node.path("id").asText();
        refuse(id.isEmpty(), "element " + node.path("key").asText("?"), "the id is missing; give it one.");
        refuse(!ids.add(id), "element " + id, "the id is used twice; give each element its own.");
        var name = node.path("type").asText();
        var type = FieldType.of(name)
                .orElseThrow(() -> new FormInvalid(
                        resource, "element " + id, "the type %s is not shown here; use another.".formatted(name)));
        var where = type.fragment() + " " + id;
        refuse(
                within.filter(FieldType.DYNAMICLIST::equals).isPresent() && type.holdsOthers(),
                where,
                "a list cannot hold a %s; put its fields into the list.".formatted(type.fragment()));
        refuse(
                within.filter(FieldType.DYNAMICLIST::equals).isPresent() && type == FieldType.FILEPICKER,
                where,
                "a list cannot hold files; put the file picker beside the list.");
        new FieldRules(resource, where, type, node).check();
        key(where, type, node);
        return new Field(
                type,
                node,
                children(node, Optional.of(type)),
                condition(where, node.path("conditional").get("hide")),
                source(where, type, node));
    }

    private void key(String where, FieldType type, JsonNode node) {
        if (!type.answers()) {
            return;
        }
        var key = node.path(type == FieldType.DYNAMICLIST ? "path" : "key").asText();
        refuse(
                !KEY.matcher(key).matches(),
                where,
                "the key `%s` is not in snake_case; write for example birth_date.".formatted(key));
        refuse(TAKEN.contains(key), where, "the key %s has a meaning of its own; choose another.".formatted(key));
        refuse(!keys.add(key), where, "the key %s is used twice; give each field its own.".formatted(key));
    }

    private Optional<Condition> source(String where, FieldType type, JsonNode node) {
        return switch (type) {
            case EXPRESSION -> condition(where, node.path("expression"));
            case TABLE -> condition(where, node.path("dataSource"));
            default -> Optional.empty();
        };
    }

    private Optional<Condition> condition(String where, JsonNode expression) {
        try {
            return Optional.ofNullable(expression).map(JsonNode::asText).map(Feel::read);
        } catch (FeelInvalid e) {
            throw new FormInvalid(resource, where, e.getMessage());
        }
    }

    private void refuse(boolean wrong, String element, String fix) {
        if (wrong) {
            throw new FormInvalid(resource, element, fix);
        }
    }
}
