package cn.qiaotong.form;

import static cn.qiaotong.form.FormFixture.CONTEXT;
import static cn.qiaotong.form.FormFixture.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One field, what is typed into it, and the value or the error that comes of it. */
class FieldCheckTests {

    private static final String LINE = "'type': 'textfield'";
    private static final String PHONE = LINE + ", 'validate': {'validationType': 'phone'}";
    private static final String EMAIL = LINE + ", 'validate': {'validationType': 'email'}";
    private static final String ID = LINE + ", 'properties': {'normalise': 'id'}";
    private static final String LINES = "'type': 'textarea'";
    private static final String NUMBER = "'type': 'number'";
    private static final String DATE = "'type': 'datetime', 'subtype': 'date'";
    private static final String MOMENT = "'type': 'datetime', 'subtype': 'datetime'";
    private static final String RADIO =
            "'type': 'radio', 'values': [{'value': 'a', 'label': 'A'}, {'value': 'b', 'label': 'B'}]";
    private static final String LIST = RADIO.replace("radio", "checklist");
    private static final String FILES = "'type': 'filepicker', 'properties': {'maxFiles': '2'}";
    private static final String REQUIRED = ", 'validate': {'required': true}";

    @ParameterizedTest(name = "{0} typed {1}")
    @MethodSource({"texts", "numbers", "dates", "choices", "nothing"})
    void comesTo(String field, List<String> texts, String result) {
        var form = FormFixture.of(("{'id': 'f', 'key': 'f', 'label': 'F', " + field + "}").replace('\'', '"'));

        var checked = form.check(typed().with("f", texts), CONTEXT);

        assertThat(
                        checked instanceof Valid valid
                                ? valid.answers().get("f").map(Object::toString).orElse("nothing")
                                : code(((Invalid) checked).errors().get(0)))
                .isEqualTo(result);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                typedAs(LINE, "\u3000 王小明 ", "王小明"),
                typedAs(LINE, "e\u0301", "\u00e9"),
                typedAs(LINE, "𨋢", "𨋢"),
                typedAs(LINE, "${7*7} x,admin <b>&amp;", "${7*7} x,admin <b>&amp;"),
                typedAs(LINE, "Ａ１", "Ａ１"),
                typedAs(LINE, "a\nb", "line.control[]"),
                typedAs(LINE, "a\u0000b", "line.control[]"),
                typedAs(LINE, "a\u202Eb", "line.control[]"),
                typedAs(LINE, "\u0000", "line.control[]"),
                typedAs(LINE, "𨋢".repeat(200), "𨋢".repeat(200)),
                typedAs(LINE, "𨋢".repeat(201), "text.long[200, 201]"),
                typedAs(LINE, "x".repeat(20_001), "text.long[200, 20001]"),
                typedAs(LINE + ", 'validate': {'minLength': 3}", "王王", "text.short[3, 2]"),
                typedAs(LINE + ", 'validate': {'maxLength': 1}", "王王", "text.long[1, 2]"),
                typedAs(LINE + ", 'validate': {'pattern': '^[0-9]+$', 'patternErrorMessage': 'x'}", "12a", "pattern[]"),
                typedAs(
                        LINE + ", 'validate': {'pattern': '^(a+)+$', 'patternErrorMessage': 'x'}",
                        "a".repeat(199) + "b",
                        "pattern[]"),
                typedAs(LINES, "a\r\nb\tc", "a\nb\tc"),
                typedAs(LINES, "a\u0007", "text.control[]"),
                typedAs(LINES, "a".repeat(4_001), "text.long[4000, 4001]"),
                typedAs(PHONE, "＋８５２ ９１２３-４５６７", "+85291234567"),
                typedAs(PHONE, "00 86 (138) 0013.8000", "+8613800138000"),
                typedAs(PHONE, "13800138000", "13800138000"),
                typedAs(PHONE, "abc+85291234567", "phone.invalid[]"),
                typedAs(EMAIL, " ａ＠example.com ", "a@example.com"),
                typedAs(EMAIL, "a@b", "email.invalid[]"),
                typedAs(EMAIL, "a b@example.com", "email.invalid[]"),
                typedAs(EMAIL, "a@example..com", "email.invalid[]"),
                typedAs(ID, "ｈ123 456（7）", "H1234567"),
                typedAs(LINE + ", 'properties': {'normalise': 'spaces'}", "王 小　明", "王小明"),
                typedAs(LINE + ", 'properties': {'normalise': 'upper'}", "ab ｃ", "AB C"));
    }

    static Stream<Arguments> numbers() {
        return Stream.of(
                typedAs(NUMBER, "１２，０００．５０", "12000.5"),
                typedAs(NUMBER, "-5", "-5"),
                typedAs(NUMBER, "−5", "-5"),
                typedAs(NUMBER, "10", "10"),
                typedAs(NUMBER, "1 000", "1000"),
                typedAs(NUMBER, "1e5", "number.invalid[]"),
                typedAs(NUMBER, "1,2,3", "number.invalid[]"),
                typedAs(NUMBER, "NaN", "number.invalid[]"),
                typedAs(NUMBER, "1".repeat(61), "number.invalid[]"),
                typedAs(NUMBER, "50万元", "number.unit[500,000]"),
                typedAs(NUMBER, "1.5億", "number.unit[150,000,000]"),
                typedAs(NUMBER, "３千萬", "number.unit[30,000,000]"),
                typedAs(NUMBER, "1,200.05万", "number.unit[12,000,500]"),
                typedAs(NUMBER, "2万亿", "number.unit[2,000,000,000,000]"),
                typedAs(NUMBER, "万", "number.invalid[]"),
                typedAs(NUMBER, "999999999999999999", "999999999999999999"),
                typedAs(NUMBER, "9999999999999999999", "number.digits[18]"),
                typedAs(NUMBER, "1000000000000000000", "number.digits[18]"),
                typedAs(NUMBER, "0.0000000000000000001", "number.digits[18]"),
                typedAs(NUMBER + ", 'decimalDigits': 2", "1.005", "number.decimals[2]"),
                typedAs(NUMBER + ", 'decimalDigits': 0", "1.5", "number.whole[]"),
                typedAs(NUMBER + ", 'decimalDigits': 0", "1.0", "1"),
                typedAs(NUMBER + ", 'validate': {'min': 0.5}", "0.4", "number.min[0.5]"),
                typedAs(NUMBER + ", 'validate': {'max': 10}", "11", "number.max[10]"));
    }

    static Stream<Arguments> dates() {
        return Stream.of(
                typedAs(DATE, "2026-02-26", "2026-02-26"),
                typedAs(DATE, "2026/2/6", "2026-02-06"),
                typedAs(DATE, "２０２６年２月６日", "2026-02-06"),
                typedAs(DATE, "2026 年 2 月 6 日", "2026-02-06"),
                typedAs(DATE, "20260206", "2026-02-06"),
                typedAs(DATE, "26/2/2026", "date.invalid[]"),
                typedAs(DATE, "2026-02-30", "date.impossible[]"),
                typedAs(DATE, "9".repeat(70), "date.invalid[]"),
                typedAs(DATE + ", 'properties': {'dateMax': 'today'}", "2026-02-27", "date.max[2026-02-26]"),
                typedAs(DATE + ", 'properties': {'dateMin': '2026-03-01'}", "2026-02-27", "date.min[2026-03-01]"),
                typedAs(DATE + ", 'disallowPassedDates': true", "2026-02-25", "date.min[2026-02-26]"),
                typedAs(MOMENT, "2026-02-26 9:05", "2026-02-26T09:05"),
                typedAs(MOMENT, "2026年2月26日14时30分", "2026-02-26T14:30"),
                typedAs(MOMENT, "2026-02-26", "moment.invalid[]"),
                typedAs(MOMENT, "2026-02-26 25:00", "date.impossible[]"));
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                typedAs(RADIO, "a", "a"),
                arguments(RADIO, List.of("a", "b"), "a"),
                typedAs(RADIO, "c", "choice.unknown[]"),
                typedAs(RADIO.replace("radio", "select"), "c", "choice.unknown[]"),
                arguments(LIST, List.of("a", "b", "a"), "[a, b]"),
                arguments(LIST, List.of("a", "c"), "choice.unknown[]"),
                arguments(LIST.replace("checklist", "taglist"), List.of("b"), "[b]"),
                typedAs("'type': 'checkbox'", "true", "true"),
                typedAs("'type': 'checkbox'", "", "false"),
                arguments(FILES, List.of("1", "2"), "[1, 2]"),
                arguments(FILES, List.of("1", "2", "3"), "upload.many[2]"));
    }

    static Stream<Arguments> nothing() {
        return Stream.of(
                typedAs(LINE, "  ", "nothing"),
                typedAs(LINE + REQUIRED, "\u3000", "text.required[]"),
                typedAs(LINES + REQUIRED, "", "text.required[]"),
                typedAs(NUMBER + REQUIRED, "", "number.required[]"),
                typedAs(DATE + REQUIRED, "", "date.required[]"),
                typedAs(MOMENT + REQUIRED, "", "moment.required[]"),
                typedAs(RADIO + REQUIRED, "", "choice.required[]"),
                typedAs(LIST + REQUIRED, "", "choices.required[]"),
                typedAs("'type': 'checkbox'" + REQUIRED, "", "checkbox.required[]"),
                arguments(FILES + REQUIRED, List.of(), "upload.none[]"),
                arguments(LIST, List.of(), "nothing"));
    }

    private static String code(FieldError error) {
        return error.code() + error.arguments();
    }

    private static Arguments typedAs(String field, String text, String result) {
        return arguments(field, Arrays.asList(text), result);
    }
}
