package cn.qiaotong.form;

import static cn.qiaotong.form.FormFixture.CONTEXT;
import static cn.qiaotong.form.FormFixture.company;
import static cn.qiaotong.form.FormFixture.individual;
import static cn.qiaotong.form.FormFixture.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests for {@link FormView} and the fragments that show it. */
class FormViewTests {

    private final Form form = FormFixture.apply();

    static Stream<Locale> languages() {
        return Stream.of(FormPages.SIMPLIFIED, FormPages.TRADITIONAL, FormPages.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isWiredForAssistiveTechnologyEmptyFilledAndInError(Locale language) {
        for (var typed : List.of(
                typed(), form.defaults(), individual(), company(), typed("kind", "company", "owners.0", "on"))) {
            var page = show(typed, language);

            assertThat(page.select("[aria-describedby], [aria-labelledby]")).allSatisfy(element -> Stream.of(
                            element.attr("aria-describedby"), element.attr("aria-labelledby"))
                    .flatMap(ids -> Stream.of(ids.split(" ")))
                    .filter(id -> !id.isEmpty())
                    .forEach(id -> assertThat(page.getElementById(id)).as(id).isNotNull()));
            assertThat(page.select("input:not([type=hidden]), textarea, select"))
                    .allSatisfy(control -> assertThat(page.select("label[for=" + control.id() + "]"))
                            .as(control.outerHtml())
                            .hasSize(1));
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("fieldset > legend").size())
                    .isEqualTo(page.select("fieldset").size());
            assertThat(page.select("[required], [placeholder], [style], script, [onclick], input[type=date]"))
                    .isEmpty();
            assertThat(page.text()).doesNotContain("??").doesNotContain("*");
            assertThat(page.select("#error-summary a")).allSatisfy(link -> assertThat(
                            page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull());
        }
    }

    @Test
    void saysTheSameInTheSummaryAndBesideTheField() {
        var page = show(typed(), FormPages.SIMPLIFIED);
        var summary = page.getElementById("error-summary");

        assertThat(summary.attr("role")).isEqualTo("alert");
        assertThat(summary.attr("tabindex")).isEqualTo("-1");
        assertThat(summary.select("h2").text()).isEqualTo("请更正以下内容");
        assertThat(summary.select("a").eachText())
                .containsExactly(
                        "请选择申请人类型。",
                        "请填写姓名。",
                        "请填写证件号码。",
                        "请填写出生日期，例如 2026-02-26。",
                        "请填写金额，只填数字。",
                        "请至少选择一项用途。",
                        "请勾选“我已阅读并同意”。");
        assertThat(summary.select("a").eachAttr("href"))
                .containsExactly("#kind", "#name", "#id_number", "#birth_date", "#amount", "#uses", "#agree");
        assertThat(page.getElementById("name-error").text()).isEqualTo("错误： 请填写姓名。");
        assertThat(page.getElementById("name").attr("aria-describedby")).isEqualTo("name-hint name-error");
        assertThat(page.getElementById("name").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById("kind").attr("type")).isEqualTo("radio");
    }

    @Test
    void wordsTheArgumentsOfAnErrorInTheLanguage() {
        var typed = individual()
                .with(typed(
                        "birth_date", "2027-01-02", "amount", "9,000,000", "name", "x".repeat(21), "id_number", "?"));

        assertThat(show(typed, FormPages.SIMPLIFIED).select("#error-summary a").eachText())
                .containsExactly(
                        "姓名不得超过 20 个字，现有 21 个字。", "证件号码应为 6 至 20 位字母或数字。", "出生日期不得晚于2026年2月26日。", "金额不得大于 3,000,000。");
        assertThat(show(typed, FormPages.TRADITIONAL).select("#error-summary a").eachText())
                .contains("出生日期不可遲於2026年2月26日。");
        assertThat(show(typed, FormPages.ENGLISH).select("#error-summary a").eachText())
                .contains("出生日期 must be 26 February 2026 or earlier.", "金额 must be 3,000,000 or less.");
    }

    @Test
    void marksWhatMayBeLeftEmpty() {
        assertThat(show(typed(), FormPages.SIMPLIFIED)
                        .select("label[for=phone]")
                        .text())
                .isEqualTo("手机号码（选填）");
        assertThat(show(typed(), FormPages.TRADITIONAL)
                        .select("label[for=phone] .optional")
                        .text())
                .isEqualTo("（選填）");
        assertThat(show(typed(), FormPages.ENGLISH)
                        .select("label[for=phone] .optional")
                        .text())
                .isEqualTo("(optional)");
        assertThat(show(typed(), FormPages.ENGLISH).select("label[for=name] .optional"))
                .isEmpty();
    }

    @Test
    void keepsWhatWasTypedAsTyped() {
        var typed = individual().with(typed("name", "\"><script>${x}</script>", "amount", "abc", "note", "\n首行"));
        var page = show(typed, FormPages.SIMPLIFIED);

        assertThat(page.getElementById("name").val()).isEqualTo("\"><script>${x}</script>");
        assertThat(page.getElementById("amount").val()).isEqualTo("abc");
        assertThat(page.getElementById("note").wholeText()).isEqualTo("\n首行");
        assertThat(page.select("input[name=kind][checked]").eachAttr("value")).containsExactly("individual");
        assertThat(page.select("select[name=region] option[selected]").eachAttr("value"))
                .containsExactly("CN-HK");
        assertThat(page.select("input[name=uses][checked]").eachAttr("value")).containsExactly("home");
        assertThat(page.getElementById("agree").hasAttr("checked")).isTrue();
    }

    @Test
    void helpsTheKeyboardAndTheBrowser() {
        var page = show(typed(), FormPages.SIMPLIFIED);

        assertThat(page.getElementById("name").attr("autocomplete")).isEqualTo("name");
        assertThat(page.getElementById("phone").attr("type")).isEqualTo("tel");
        assertThat(page.getElementById("email").attr("inputmode")).isEqualTo("email");
        assertThat(page.getElementById("amount").attr("inputmode")).isEqualTo("decimal");
        assertThat(page.getElementById("birth_date").attr("inputmode")).isEqualTo("numeric");
        assertThat(page.getElementById("birth_date-hint").text()).contains("2026-02-26");
    }

    @Test
    void addsAndRemovesItemsWithoutScript() {
        var page = show(company(), FormPages.TRADITIONAL);

        assertThat(page.select("button[name=form.add]").eachAttr("value")).containsExactly("owners");
        assertThat(page.select("button[name=form.remove]").eachAttr("value")).containsExactly("owners.0", "owners.1");
        assertThat(page.select("button[name=form.remove]").eachText()).containsExactly("刪除股东（第 1 項）", "刪除股东（第 2 項）");
        assertThat(page.select("#owners-1 > legend").text()).isEqualTo("股东（第 2 項）");
        assertThat(page.select("input[type=hidden]").eachAttr("name")).containsExactly("owners.0", "owners.1");
        assertThat(page.getElementById("owners-0-owner_name").attr("name")).isEqualTo("owners.0.owner_name");
    }

    @Test
    void listsStoredFilesAndNamesThemOnTheirButtons() {
        var view = FormView.of(form, company(), CONTEXT, Words.NONE)
                .files(Map.of("doc-1", new Attachment("doc-1", "执照.pdf", "1 MB", "/documents/doc-1")));
        var page = FormPages.fields(view, FormPages.SIMPLIFIED);

        assertThat(page.select("#licence-files a").text()).isEqualTo("执照.pdf");
        assertThat(page.select("button[name=form.discard]").attr("value")).isEqualTo("licence#doc-1");
        assertThat(page.select("button[name=form.discard]").text()).isEqualTo("删除 执照.pdf");
        assertThat(page.select("button[name=form.upload]").attr("value")).isEqualTo("licence");
        assertThat(page.select("input[type=file]").attr("name")).isEqualTo("licence.file");
        assertThat(page.select("input[type=file]").attr("accept")).isEqualTo(".pdf,.jpg");
        assertThat(page.text()).contains("每个文件不超过 10 MB。", "可上传的文件类型：.pdf, .jpg。");
    }

    @Test
    void showsWhatAsksNothing() {
        var page = show(individual(), FormPages.SIMPLIFIED);

        assertThat(page.select(".text h2").eachText()).containsExactly("说明", "规则");
        assertThat(page.select(".text h3").text()).isEqualTo("小节");
        assertThat(page.select(".text strong").text()).isEqualTo("如实");
        assertThat(page.select(".text").first().html()).contains("&lt;b&gt;x&lt;/b&gt;");
        assertThat(page.select(".text a[href]")).isEmpty();
        assertThat(page.select("h1")).isEmpty();
        assertThat(page.select("img").attr("alt")).isEqualTo("样张");
        assertThat(page.select("table caption").text()).isEqualTo("费率");
        assertThat(page.select("td").eachText()).containsExactly("甲", "1,000.5", "乙");
        assertThat(page.getElementById("fee").text()).isEqualTo("123.45");
        assertThat(page.select(".input-group-text").text()).isEqualTo("元");
        assertThat(page.select("button.btn-primary").text()).isEqualTo("提交");
        assertThat(page.select("hr")).hasSize(1);
    }

    @Test
    void takesTheFoldersWordsInTheLanguageOfThePage() {
        var english = Map.of(
                "name.label",
                "Full name",
                "kind.option.company",
                "Company",
                "intro.text",
                "## Read this",
                "id_number.patternErrorMessage",
                "Use letters and digits.");
        Words words = key -> Optional.ofNullable(english.get(key));
        var view = FormView.of(form, typed("id_number", "?"), CONTEXT, words)
                .on(form.pages().get(0))
                .with(FormTests.invalid(form.check(typed("id_number", "?"), CONTEXT)));
        var page = FormPages.fields(view, FormPages.ENGLISH);

        assertThat(page.select("label[for=name]").text()).isEqualTo("Full name");
        assertThat(page.select("label[for=kind-1]").text()).isEqualTo("Company");
        assertThat(page.select(".text h2").text()).isEqualTo("Read this");
        assertThat(page.select("#error-summary a").eachText())
                .contains("Enter this: Full name.", "Use letters and digits.");
        assertThat(page.getElementById("amount")).isNull();
    }

    private Document show(Typed typed, Locale language) {
        var errors = form.check(typed, CONTEXT) instanceof Invalid invalid ? invalid.errors() : List.<FieldError>of();
        return FormPages.fields(FormView.of(form, typed, CONTEXT, Words.NONE).with(errors), language);
    }
}
