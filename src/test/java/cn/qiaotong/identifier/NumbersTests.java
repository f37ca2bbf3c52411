package cn.qiaotong.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.form.AnswersView;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.CrossCheck;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Invalid;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.form.Words;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.util.LinkedMultiValueMap;

/** Types every number of the table into a field that asks for its check, as an applicant would, on 2 March 2026. */
class NumbersTests {

    private static final AnnotationConfigApplicationContext BEANS =
            new AnnotationConfigApplicationContext("cn.qiaotong.identifier");
    private static final CheckContext CONTEXT =
            new CheckContext(LocalDate.of(2026, 3, 2), Map.of(), BEANS.getBeansOfType(CrossCheck.class));

    @AfterAll
    static void close() {
        BEANS.close();
    }

    static Stream<NumberRow> rows() {
        return NumberRow.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhatTheTableSays(NumberRow row) {
        assertThat(said(row.kind(), row.typed())).as(row.toString()).isEqualTo(row.expected());
    }

    @Test
    void theTableHasEveryCheckAndNoRowTwice() {
        var kinds = NumberRow.all().collect(Collectors.groupingBy(NumberRow::kind, Collectors.counting()));

        assertThat(kinds).containsOnlyKeys(CONTEXT.crossChecks().keySet()).allSatisfy((kind, rows) -> assertThat(rows)
                .isGreaterThan(7));
        assertThat(NumberRow.all().map(row -> row.kind() + row.typed()))
                .hasSizeGreaterThan(530)
                .doesNotHaveDuplicates();
    }

    @Test
    void everythingSaidHasItsWords() {
        var texts = new ReloadableResourceBundleMessageSource();
        texts.setBasenames("classpath:messages/form", "classpath:messages/identifier");

        NumberRow.all()
                .map(row -> row.expected().split(" "))
                .filter(expected -> expected.length > 1)
                .map(expected -> (expected[0].equals("refused") ? "form.error." : "form.unusual.") + expected[1])
                .distinct()
                .forEach(key -> assertThat(texts.getMessage(key, null, null, null))
                        .as(key)
                        .isNotNull());
    }

    private static String said(String kind, String typed) {
        var form = form(kind);
        var posted = new LinkedMultiValueMap<>(Map.of("number", List.of(typed)));
        if (form.check(Typed.of(posted), CONTEXT) instanceof Valid valid) {
            var row = AnswersView.of(form, valid.answers(), Words.NONE)
                    .doubting(CONTEXT)
                    .sections()
                    .get(0)
                    .rows()
                    .get(0);
            return row.unusual() == null ? "ok" : row.unusual().replace("form.unusual.", "warned ");
        }
        return "refused "
                + ((Invalid) form.check(Typed.of(posted), CONTEXT))
                        .errors()
                        .get(0)
                        .code();
    }

    private static Form form(String kind) {
        var normalise = kind.equals("phoneNumber") ? "phone" : "id";
        var text =
                "\"type\": \"textfield\", \"validate\": {\"required\": true%s}, \"properties\": {\"normalise\": \"%s\", \"crossCheck\": \"%s\"}"
                        .formatted(
                                kind.equals("phoneNumber") ? ", \"validationType\": \"phone\"" : "", normalise, kind);
        var number =
                "\"type\": \"number\", \"validate\": {\"required\": true}, \"properties\": {\"crossCheck\": \"%s\"}"
                        .formatted(kind);
        return Form.read(
                "x.form",
                """
                {"type": "default", "id": "x", "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"id": "number", "key": "number", "label": "number", %s}]}"""
                        .formatted(kind.equals("amount") ? number : text)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
