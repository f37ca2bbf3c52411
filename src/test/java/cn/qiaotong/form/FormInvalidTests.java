package cn.qiaotong.form;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reason to refuse a form file, with its whole message. */
class FormInvalidTests {

    private static final String LINE = "'type': 'textfield', 'id': 'f', 'key': 'f', 'label': 'F'";
    private static final String RADIO = "'type': 'radio', 'id': 'f', 'key': 'f', 'label': 'F'";
    private static final String DATE = "'type': 'datetime', 'id': 'f', 'key': 'f', 'label': 'F', 'subtype': 'date'";
    private static final String OPTIONS = ", 'values': [{'value': 'a', 'label': 'A'}]";

    @ParameterizedTest
    @MethodSource({"files", "structure", "fields", "rules", "properties", "types"})
    void isRefusedWithTheFix(String file, String message) {
        assertThatThrownBy(() -> Form.read("x.form", file.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FormInvalid.class)
                .hasMessage("x.form, " + message);
    }

    static Stream<Arguments> files() {
        var platform = "'executionPlatform': 'Camunda Platform', 'executionPlatformVersion': '7.24.0'";
        return Stream.of(
                arguments("{", "file: it is not JSON; correct the file."),
                arguments("{'id': 'a', 'id': 'b'}", "file: it is not JSON; correct the file."),
                arguments("[]", "file: it is not a form; save it from the Modeler."),
                arguments("{'id': 'x', 'script': 1}", "form: the key script is not known; remove it."),
                arguments("{" + platform + "}", "form: the id is missing; give it one."),
                arguments(
                        "{'id': 'x', 'executionPlatform': 'Camunda Cloud', 'executionPlatformVersion': '8.6.0'}",
                        "form: the platform must be Camunda Platform 7.24.0; choose it in the Modeler."),
                arguments(
                        "{'id': 'x', 'executionPlatform': 'Camunda Platform', 'executionPlatformVersion': '7.22.0'}",
                        "form: the platform must be Camunda Platform 7.24.0; choose it in the Modeler."),
                components("{'type': 'separator', 'id': 's'}", "form: it asks nothing; add a field."));
    }

    static Stream<Arguments> structure() {
        var group = "{'type': 'group', 'id': 'g', 'label': 'G', 'components': [{" + LINE + "}]}";
        return Stream.of(
                components(
                        group + ", {'type': 'number', 'id': 'n', 'key': 'n', 'label': 'N'}",
                        "number n: it stands beside the pages; move it into a group."),
                components(
                        "{'type': 'group', 'id': 'g', 'components': [{" + LINE + "}]}",
                        "group g: a page needs a heading; give the group a label."),
                components(
                        "{'type': 'group', 'id': 'g', 'label': 'G', 'path': 'p', 'components': []}",
                        "group g: the key path is not known; remove it."),
                components("{'type': 'textfield', 'key': 'f'}", "element f: the id is missing; give it one."),
                components(
                        "{" + LINE + "}, {" + LINE + "}",
                        "element f: the id is used twice; give each element its own."),
                components(
                        "{" + LINE + "}, {'type': 'textfield', 'id': 'g', 'key': 'f', 'label': 'F'}",
                        "textfield g: the key f is used twice; give each field its own."),
                components(
                        list("{'type': 'group', 'id': 'g', 'components': []}"),
                        "group g: a list cannot hold a group; put its fields into the list."),
                components(
                        list("{'type': 'dynamiclist', 'id': 'm', 'path': 'm', 'label': 'M'}"),
                        "dynamiclist m: a list cannot hold a dynamiclist; put its fields into the list."),
                components(list(""), "dynamiclist l: it has no fields; add one."),
                components(
                        list("{'type': 'filepicker', 'id': 'p', 'key': 'p', 'label': 'P'}"),
                        "filepicker p: a list cannot hold files; put the file picker beside the list."),
                components(
                        list("{" + LINE + "}")
                                .replaceFirst("'components'", "'properties': {'maxItems': '201'}, 'components'"),
                        "dynamiclist l: the property maxItems is `201`; write a whole number from 1 to 200."),
                components(
                        list("{" + LINE + "}")
                                .replaceFirst(
                                        "'components'",
                                        "'properties': {'minItems': '3', 'maxItems': '2'}, 'components'"),
                        "dynamiclist l: the list must have more items than it takes; lower minItems or raise maxItems."),
                components(
                        "{" + LINE
                                + ", 'conditional': {'hide': '=g = 1'}}, {'type': 'number', 'id': 'g', 'key': 'g', 'label': 'G', 'conditional': {'hide': '=f = null'}}",
                        "field f: its condition depends on itself; break the circle."),
                components(
                        "{'type': 'group', 'id': 'g', 'label': 'G', 'conditional': {'hide': '=f = null'}, 'components': [{"
                                + LINE + "}]}",
                        "field f: its condition depends on itself; break the circle."),
                components(
                        "{'type': 'expression', 'id': 'e', 'key': 'e', 'label': 'E', 'expression': '=e + 1'}",
                        "field e: its condition depends on itself; break the circle."));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                component(
                        LINE.replace("'key': 'f'", "'key': 'birth-date'"),
                        "the key `birth-date` is not in snake_case; write for example birth_date."),
                component(
                        LINE.replace("'key': 'f'", "'key': 'policy'"),
                        "the key policy has a meaning of its own; choose another."),
                component(LINE.replace("'label': 'F'", "'label': ''"), "it has no label; give it one."),
                component(LINE + ", 'placeholder': 'x'", "the key placeholder is not known; remove it."),
                component(
                        LINE + ", 'disabled': true",
                        "a field nobody can type into asks nothing; use an expression or a text."),
                component(
                        LINE + ", 'readonly': true",
                        "a field nobody can type into asks nothing; use an expression or a text."),
                component(
                        LINE + ", 'description': '=x'",
                        "the description is computed; write a text, or use an expression field."),
                component(
                        LINE.replace("'label': 'F'", "'label': '{{x}}'"),
                        "the label is computed; write a text, or use an expression field."),
                component(LINE + ", 'conditional': {'show': '=x'}", "the key conditional.show is not known; use hide."),
                component(LINE + ", 'conditional': {'hide': '=x is'}", "`x is` is not FEEL; correct the expression."),
                component(
                        LINE + ", 'conditional': {'hide': '=today() > x'}",
                        "`today() > x` calls today(), which differs each time; "
                                + "a form reads the variable today instead, a decision a date of the form."));
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                component(LINE + ", 'validate': {'min': 1}", "the rule validate.min is not known; remove it."),
                component(
                        LINE + ", 'validate': {'maxLength': '=n'}",
                        "validate.maxLength must be a whole number from 0 to 10000; write one."),
                component(
                        LINE + ", 'validate': {'minLength': -1}",
                        "validate.minLength must be a whole number from 0 to 10000; write one."),
                components(
                        "{'type': 'number', 'id': 'n', 'key': 'n', 'label': 'N', 'validate': {'max': '5'}}",
                        "number n: validate.max must be a number; write one."),
                component(
                        LINE + ", 'validate': {'required': 'yes'}",
                        "validate.required must be true or false; write one."),
                component(
                        LINE + ", 'validate': {'validationType': 'url'}",
                        "the validation type url is not known; use email, phone or custom."),
                component(
                        LINE + ", 'validate': {'pattern': '(?=a)', 'patternErrorMessage': 'x'}",
                        "the pattern (?=a) is not RE2; write one without look-around and back-references."),
                component(
                        LINE + ", 'validate': {'pattern': 'a'}",
                        "the pattern has no patternErrorMessage; say how to write the answer."));
    }

    static Stream<Arguments> properties() {
        return Stream.of(
                property(LINE, "colour", "red", "the property colour is not known here; remove it."),
                property(LINE, "maxFiles", "2", "the property maxFiles is not known here; remove it."),
                property(
                        LINE,
                        "autocomplete",
                        "Name!",
                        "the property autocomplete is `Name!`; write for example name or tel."),
                property(
                        LINE,
                        "inputmode",
                        "digits",
                        "the property inputmode is `digits`; write none, text, decimal, numeric, tel, search, email or url."),
                property(
                        LINE,
                        "normalise",
                        "trim",
                        "the property normalise is `trim`; write phone, id, spaces or upper."),
                property(LINE, "pii", "secret", "the property pii is `secret`; write personal or sensitive."),
                property(
                        LINE,
                        "crossCheck",
                        "a b",
                        "the property crossCheck is `a b`; write the name of a rule, for example sharesAddUp."),
                property(LINE, "hintKey", "A b", "the property hintKey is `A b`; write the key of a text."),
                property(LINE, "expected", "(", "the property expected is `(`; write an RE2 pattern of what is usual."),
                property(
                        LINE,
                        "masked",
                        "2",
                        "the property masked is `2`; write how many characters stay visible before and after, for example 2,2."),
                property(
                        DATE,
                        "dateMin",
                        "tomorrow",
                        "the property dateMin is `tomorrow`; write today or a date, for example 2026-02-26."),
                property(
                        DATE,
                        "dateMax",
                        "2026-02-30",
                        "the property dateMax is `2026-02-30`; write today or a date, for example 2026-02-26."),
                property(
                        "'type': 'filepicker', 'id': 'f', 'key': 'f', 'label': 'F'",
                        "maxSizeMb",
                        "0",
                        "the property maxSizeMb is `0`; write a whole number from 1 to 999."),
                property(
                        "'type': 'filepicker', 'id': 'f', 'key': 'f', 'label': 'F'",
                        "maxFiles",
                        "100",
                        "the property maxFiles is `100`; write a whole number from 1 to 99."),
                property(
                        LINE,
                        "engine",
                        "true",
                        "only a select, radio, checkbox or date may go to the engine; remove the property engine."),
                property(
                        DATE.replace("'date'", "'datetime'"),
                        "engine",
                        "true",
                        "only a select, radio, checkbox or date may go to the engine; remove the property engine."),
                component(
                        RADIO + ", 'values': [{'value': 'h9', 'label': '9'}], 'properties': {'zoneOf': 'zone'}",
                        "the options of a field with zoneOf are hours in the Mainland; write each as h00 to h22."),
                property(LINE, "tellable", "true", "the property tellable is not known here; remove it."),
                property(DATE, "engine", "false", "the property engine is `false`; write true or remove it."),
                component(
                        RADIO + OPTIONS + ", 'properties': {'engine': 'true', 'pii': 'personal'}",
                        "personal data never goes to the engine; remove the property engine."));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                components(
                        "{'type': 'iframe', 'id': 'f'}", "element f: the type iframe is not shown here; use another."),
                components(
                        "{'type': 'documentPreview', 'id': 'f'}",
                        "element f: the type documentPreview is not shown here; use another."),
                components("{'type': 'magic', 'id': 'f'}", "element f: the type magic is not shown here; use another."),
                component(RADIO, "it has no options; write them into values."),
                component(RADIO + ", 'valuesExpression': '=x'", "the key valuesExpression is not known; remove it."),
                component(
                        RADIO + ", 'values': [{'value': '是', 'label': '是'}]",
                        "the option value `是` is not a code; use letters, digits, _ and -."),
                component(
                        RADIO + ", 'values': [{'value': 'a', 'label': 'A'}, {'value': 'a', 'label': 'B'}]",
                        "the option value a is used twice; give each its own."),
                component(RADIO + ", 'values': [{'value': 'a'}]", "the option a has no label; give it one."),
                component(DATE.replace("'date'", "'time'"), "the subtype time is not known; use date or datetime."),
                component(
                        "'type': 'image', 'id': 'f', 'source': '/assets/a.png'",
                        "the image has no alt; say what it shows."),
                component(
                        "'type': 'image', 'id': 'f', 'alt': 'a', 'source': 'http://x/a.png'",
                        "the source http://x/a.png is not safe; use https or a path below /assets/."),
                component(
                        "'type': 'image', 'id': 'f', 'alt': 'a', 'source': '/assets/../x.png'",
                        "the source /assets/../x.png is not safe; use https or a path below /assets/."),
                component("'type': 'text', 'id': 'f', 'text': ' '", "it has no text; write one."),
                component("'type': 'html', 'id': 'f'", "it has no content; write some."),
                component(
                        "'type': 'button', 'id': 'f', 'label': 'B', 'action': 'reset'",
                        "the action reset would lose what was typed; use submit."),
                component("'type': 'button', 'id': 'f'", "it has no label; give it one."),
                component(
                        "'type': 'table', 'id': 'f', 'label': 'T', 'dataSource': '=x'",
                        "it has no columns or no dataSource; give it both."),
                component(
                        "'type': 'expression', 'id': 'f', 'key': 'f', 'label': 'E'",
                        "it has no expression; write one."));
    }

    private static String list(String components) {
        return "{'type': 'dynamiclist', 'id': 'l', 'path': 'l', 'label': 'L', 'components': [" + components + "]}";
    }

    private static Arguments property(String field, String name, String value, String fix) {
        var options = field.equals(RADIO) ? OPTIONS : "";
        return component(field + options + ", 'properties': {'" + name + "': '" + value + "'}", fix);
    }

    private static Arguments component(String component, String fix) {
        var type = component.replaceAll("(?s)'type': '(\\w+)'.*", "$1");
        return components("{" + component + "}", type + " f: " + fix);
    }

    private static Arguments components(String components, String message) {
        return arguments(new String(FormFixture.file("[" + components + "]"), StandardCharsets.UTF_8), message);
    }
}
