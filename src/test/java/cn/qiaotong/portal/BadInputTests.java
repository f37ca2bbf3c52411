package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.WholeDesk;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Everything bad, into every field: refused on its page at its field, in the page's language, with everything typed there. */
@WholeDesk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTests {

    private static final String LONG = "𨋢".repeat(300);
    private static final List<String> NOT_A_CODE =
            List.of("", " ", LONG, "１２３", "a\u0007b", "𨋢", "${1+1}", "#{T(java.lang.Runtime)}", "x,admin", "<b>1</b>");
    private static final List<String> NO_LINE = List.of("", "   ", LONG, "a\u0007b", "line\nbreak");
    private static final List<String> LANGUAGES = List.of("zh-CN", "zh-HK", "en");

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    PublicServices services;

    /** A draft per field and language: what is refused is not kept, so that one serves every bad text. */
    private final Map<String, Draft> drafts = new HashMap<>();

    Stream<Arguments> everyField() {
        var language = Stream.iterate(0, i -> i + 1).iterator();
        return services.find(PortalFixture.SERVICE).orElseThrow().current().apply().fields().stream()
                .filter(field -> field.type() != FieldType.FILEPICKER)
                .flatMap(field -> bad(field)
                        .map(text ->
                                Arguments.of(field.key(), text, LANGUAGES.get(language.next() % LANGUAGES.size()))));
    }

    @ParameterizedTest
    @MethodSource("everyField")
    void isRefusedWhereItStands(String field, String text, String language) {
        var draft = drafts.computeIfAbsent(field + language, begun -> begin(field, language));
        var visitor = draft.visitor();
        var page = pageOf(field);
        var address = "/drafts/%s/pages/%s".formatted(draft.id(), page);
        visitor.get(address);
        var sent = new HashMap<>(visible(visitor, page));
        sent.put(field, text);
        visitor.send(sent);

        assertThat(visitor.status).isEqualTo(422);
        assertThat(visitor.at).isEqualTo(address);
        var summary = visitor.page.select(".error-summary a");
        assertThat(summary.eachAttr("href")).containsExactly("#" + field);
        assertThat(visitor.page.getElementById(field)).isNotNull();
        var message = visitor.page.getElementById(field + "-error");
        assertThat(message.text()).endsWith(summary.text());
        assertThat(visitor.page.title()).startsWith(prefix(language));
        assertThat(summary.text()).doesNotContain("form.error", "{", "??");
        assertThat(visitor.page.html()).doesNotContain("<b>1</b>").doesNotContain("value=\"2\"");
        sent.forEach((name, value) -> assertThat(holds(visitor, name, value))
                .as("%s still holds %s", name, value)
                .isTrue());
    }

    private Draft begin(String field, String language) {
        var visitor = PortalFixture.visitor(mvc, beans, language);
        var id = PortalFixture.begin(visitor);
        prepare(visitor, id, field);
        return new Draft(visitor, id);
    }

    private static Stream<String> bad(Field field) {
        if (field.type() == FieldType.TEXTFIELD
                && field.required()
                && field.property("normalise").isEmpty()) {
            return NO_LINE.stream();
        }
        if (field.type() == FieldType.CHECKBOX) {
            return Stream.of("");
        }
        var texts = field.type() == FieldType.NUMBER
                ? Stream.concat(
                        NOT_A_CODE.stream().filter(text -> !text.equals("１２３")), Stream.of("-1", "1e9", "NaN", "0x10"))
                : NOT_A_CODE.stream();
        return field.required() ? texts : texts.filter(text -> !text.isBlank());
    }

    /** The choices on earlier pages that make a field show. */
    private static void prepare(Visitor visitor, String id, String field) {
        var category = Map.of("mtp_number", "hk_mo_resident", "passport_number", "overseas_chinese")
                .getOrDefault(field, "mainland_resident");
        var basis = Map.of("total_assets", "total_assets", "average_income", "income")
                .getOrDefault(field, "net_assets");
        if (!pageOf(field).equals("applicant")) {
            visitor.get("/drafts/%s/pages/applicant".formatted(id))
                    .press("button[name=form.save]", Map.of("category", category));
        }
        if (pageOf(field).equals("amounts")) {
            visitor.get("/drafts/%s/pages/means".formatted(id))
                    .press("button[name=form.save]", Map.of("wealth_basis", basis));
        }
    }

    private static String pageOf(String field) {
        return switch (field) {
            case "mtp_number", "passport_number" -> "document";
            case "total_assets", "average_income" -> "amounts";
            default ->
                PortalFixture.PAGES.entrySet().stream()
                        .filter(page -> page.getValue().containsKey(field))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
        };
    }

    /** Good answers to the fields that the page shows. */
    private static Map<String, String> visible(Visitor visitor, String page) {
        var answers = new HashMap<>(PortalFixture.PAGES.get(page));
        answers.keySet()
                .removeIf(
                        name -> visitor.page.select("[name=%s]".formatted(name)).isEmpty());
        return answers;
    }

    private static boolean holds(Visitor visitor, String name, String value) {
        var controls = visitor.page.select("#page [name=%s]".formatted(name));
        var first = controls.first();
        if (first.is("select")) {
            return first.select("option[selected]").eachAttr("value").equals(List.of(value))
                    || first.select("option[value=\"%s\"]".formatted(value.replace("\"", "")))
                            .isEmpty()
                    || value.isEmpty();
        }
        if (first.attr("type").equals("radio")) {
            return controls.stream().noneMatch(each -> each.attr("value").equals(value))
                    || controls.stream().anyMatch(each -> each.attr("value").equals(value) && each.hasAttr("checked"));
        }
        return first.attr("type").equals("checkbox")
                ? first.hasAttr("checked") == !value.isEmpty()
                : first.attr("value").equals(value);
    }

    private static String prefix(String language) {
        return Map.of("zh-CN", "错误：", "zh-HK", "錯誤：", "en", "Error:").get(language);
    }

    private record Draft(Visitor visitor, String id) {}
}
