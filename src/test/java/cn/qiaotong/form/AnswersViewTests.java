package cn.qiaotong.form;

import static cn.qiaotong.form.FormFixture.CONTEXT;
import static cn.qiaotong.form.FormFixture.company;
import static cn.qiaotong.form.FormFixture.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests for {@link AnswersView} and the fragments that show it. */
class AnswersViewTests {

    private final Form form = FormFixture.apply();
    private final Answers answers = FormTests.valid(form.check(company(), CONTEXT));

    @Test
    void masksWhatIsSensitive() {
        var view = AnswersView.of(form, answers, Words.NONE);

        assertThat(value(list(view), "证件号码")).isEqualTo("H1****67");
        assertThat(value(list(view.unmasked()), "证件号码")).isEqualTo("H1234567");
        assertThat(value(list(view), "姓名")).isEqualTo("陳𨋢");
    }

    @Test
    void asksForASecondLookAtAnUnusualForm() {
        var number = FormFixture.of(
                "{'type': 'textfield', 'id': 'number', 'key': 'number', 'label': '号码', 'properties': {'expected': '^[157][0-9]{7}$', 'pii': 'sensitive'}}"
                        .replace('\'', '"'));

        assertThat(value(list(AnswersView.of(number, Answers.of(Map.of("number", "12345678")), Words.NONE)), "号码"))
                .isEqualTo("12****78");
        assertThat(value(list(AnswersView.of(number, Answers.of(Map.of("number", "A2345678")), Words.NONE)), "号码"))
                .isEqualTo("A2****78与常见的格式不同，请对照证件再核对一次；没有写错的，可以照样提交。");
        assertThat(value(list(AnswersView.of(number, Answers.of(Map.of()), Words.NONE)), "号码"))
                .isEqualTo("未填写");
    }

    @ParameterizedTest
    @CsvSource({"H123456789,2,2,H1******89", "H123,2,2,****", "𨋢王,1,0,𨋢*", "a,2,2,*"})
    void showsOnlyTheEndsOfWhatIsMasked(String text, int leading, int trailing, String masked) {
        assertThat(Shown.masked(text, leading, trailing)).isEqualTo(masked);
    }

    @Test
    void wordsEveryKindOfValue() {
        var page = list(AnswersView.of(form, answers, Words.NONE)
                .files(Map.of("doc-1", new Attachment("doc-1", "执照.pdf", "1 MB", "/documents/doc-1"))));

        assertThat(value(page, "申请人类型")).isEqualTo("企业");
        assertThat(value(page, "出生日期")).isEqualTo("1990年5月1日");
        assertThat(value(page, "预约时间")).isEqualTo("2026年3月1日 14:30");
        assertThat(value(page, "金额")).isEqualTo("1,234.5 元");
        assertThat(value(page, "用途")).isEqualTo("购房");
        assertThat(value(page, "我已阅读并同意")).isEqualTo("是");
        assertThat(value(page, "标签")).isEqualTo("未填写");
        assertThat(value(page, "股东")).isEqualTo("共 2 项");
        assertThat(page.select(".rows thead th").eachText()).containsExactly("行", "股东姓名", "持股比例", "境外股东");
        assertThat(page.select(".rows tbody tr").eachText()).containsExactly("第 1 行1 甲 60 否", "第 2 行2 乙 40 否");
        assertThat(value(page, "营业执照")).isEqualTo("执照.pdf");
        assertThat(page.select("h2").eachText()).containsExactly("申请人", "资金", "股东");
    }

    @Test
    void wordsThemInEachLanguage() {
        var view = AnswersView.of(form, answers, Words.NONE);

        assertThat(value(page(view, "list", FormPages.ENGLISH), "出生日期")).isEqualTo("1 May 1990");
        assertThat(value(page(view, "list", FormPages.ENGLISH), "标签")).isEqualTo("Not provided");
        assertThat(value(page(view, "list", FormPages.TRADITIONAL), "标签")).isEqualTo("未填寫");
    }

    @Test
    void linksBackToEachFieldByItsName() {
        var page = list(AnswersView.of(form, answers, Words.NONE)
                .changeAt((key, control) -> "/drafts/d1/%s?from=check#%s".formatted(key, control)));

        assertThat(page.select("a[href='/drafts/d1/applicant?from=check#name']").text())
                .isEqualTo("变更 姓名");
        assertThat(page.select("a[href$=#owners]").text()).isEqualTo("变更 股东");
        assertThat(page.select("dd a").eachText()).doesNotHaveDuplicates();
        assertThat(list(AnswersView.of(form, answers, Words.NONE)).select("a")).isEmpty();
    }

    @Test
    void leavesOutWhatIsHidden() {
        var individual = company().with(typed("kind", "individual"));
        var page = list(AnswersView.of(form, FormTests.valid(form.check(individual, CONTEXT)), Words.NONE)
                .visible(form.visible(individual, CONTEXT)));

        assertThat(page.text()).doesNotContain("企业名称").doesNotContain("股东");
    }

    @Test
    void showsWhatChangedInWordsToo() {
        var before =
                FormTests.valid(form.check(company().with(typed("amount", "5", "owners.0.owner_name", "丙")), CONTEXT));
        var page = page(AnswersView.of(form, answers, Words.NONE).since(before), "diff", FormPages.SIMPLIFIED);

        assertThat(page.select("del").eachText()).containsExactly("5 元", "0.5", "丙");
        assertThat(page.select("ins").eachText()).containsExactly("1,234.5 元", "123.45", "甲");
        assertThat(page.select(".changed").first().text()).isEqualTo("金额 已变更 原内容： 5 元 现内容： 1,234.5 元");
        assertThat(page.select(".badge")).hasSize(4);
    }

    @Test
    void tellsARowThatCameFromRowsThatStayed() {
        var three = company().with(FormFixture.owner(2, "丁", "0"));
        var shifted = company()
                .with(FormFixture.owner(0, "新", "0"))
                .with(FormFixture.owner(1, "甲", "60"))
                .with(FormFixture.owner(2, "乙", "40"));
        var now = FormTests.valid(form.check(shifted, CONTEXT));
        var came = page(AnswersView.of(form, now, Words.NONE).since(answers), "diff", FormPages.SIMPLIFIED);
        var went = page(
                AnswersView.of(form, answers, Words.NONE).since(FormTests.valid(form.check(three, CONTEXT))),
                "diff",
                FormPages.SIMPLIFIED);

        assertThat(came.select(".rows tr.changed").eachText()).containsExactly("第 1 行1 新增 新 0 否");
        assertThat(came.select(".rows ins").eachText()).containsExactly("新", "0", "否");
        assertThat(came.select(".rows tbody tr")).hasSize(3);
        assertThat(went.select(".rows tr.changed").eachText()).containsExactly("第 3 行3 已删除 丁 0 否");
        assertThat(went.select(".rows del").eachText()).containsExactly("丁", "0", "否");
    }

    private static Document list(AnswersView view) {
        return page(view, "list", FormPages.SIMPLIFIED);
    }

    private static Document page(AnswersView view, String fragment, Locale locale) {
        return FormPages.answers(view, fragment, locale);
    }

    private static String value(Document page, String label) {
        return page.select("dl.answers dt").stream()
                .filter(term -> term.text().equals(label))
                .map(Element::nextElementSibling)
                .map(Element::text)
                .findFirst()
                .orElseThrow();
    }
}
