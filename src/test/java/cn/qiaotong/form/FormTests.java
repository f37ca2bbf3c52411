package cn.qiaotong.form;

import static cn.qiaotong.form.FormFixture.CONTEXT;
import static cn.qiaotong.form.FormFixture.company;
import static cn.qiaotong.form.FormFixture.individual;
import static cn.qiaotong.form.FormFixture.owner;
import static cn.qiaotong.form.FormFixture.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests for {@link Form}. */
class FormTests {

    private final Form form = FormFixture.apply();

    @Test
    void hasAPagePerGroup() {
        assertThat(form.id()).isEqualTo("apply");
        assertThat(form.pages()).extracting(Page::key).containsExactly("applicant", "money", "holders");
        assertThat(form.pages()).extracting(Page::label).containsExactly("申请人", "资金", "股东");
        assertThat(FormFixture.of("{\"type\": \"number\", \"id\": \"n\", \"key\": \"n\", \"label\": \"n\"}")
                        .pages())
                .extracting(Page::key)
                .containsExactly("x");
    }

    @Test
    void tellsOfEachFieldWhatMayBeDoneWithIt() {
        assertThat(form.field("kind").orElseThrow().engine()).isTrue();
        assertThat(form.field("name").orElseThrow().pii()).isEqualTo(Pii.PERSONAL);
        assertThat(form.field("id_number").orElseThrow().pii()).isEqualTo(Pii.SENSITIVE);
        assertThat(form.field("region").orElseThrow().pii()).isEqualTo(Pii.NONE);
        assertThat(form.field("licence").orElseThrow().maxFiles()).isEqualTo(2);
        assertThat(form.field("birth_date").orElseThrow().label()).isEqualTo("出生日期");
        assertThat(form.crossChecks()).containsExactly("sharesAddUp");
        assertThat(form.reads()).isEmpty();
        assertThat(form.texts())
                .containsEntry("kind.option.company", "企业")
                .containsEntry("name.description", "与证件一致")
                .containsEntry("applicant.label", "申请人")
                .containsEntry("rates.column.rate", "费率值")
                .containsEntry("amount.suffix", "元");
    }

    @Test
    void givesTypedAnswers() {
        assertThat(valid(form.check(individual(), CONTEXT)))
                .isEqualTo(Answers.of(Map.ofEntries(
                        Map.entry("kind", "individual"),
                        Map.entry("name", "陳𨋢"),
                        Map.entry("id_number", "H1234567"),
                        Map.entry("phone", "+85291234567"),
                        Map.entry("email", "a@example.com"),
                        Map.entry("birth_date", LocalDate.of(1990, 5, 1)),
                        Map.entry("region", "CN-HK"),
                        Map.entry("amount", new BigDecimal("1234.5")),
                        Map.entry("fee", new BigDecimal("123.45")),
                        Map.entry("uses", List.of("home")),
                        Map.entry("note", "第一行\n第二行"),
                        Map.entry("meeting", LocalDateTime.of(2026, 3, 1, 14, 30)),
                        Map.entry("agree", true))));
    }

    @Test
    void gathersTheItemsOfAList() {
        var answers = valid(form.check(company(), CONTEXT));

        assertThat(answers.get("owners"))
                .hasValue(List.of(
                        Map.of("owner_name", "甲", "share", new BigDecimal(60), "abroad", false),
                        Map.of("owner_name", "乙", "share", new BigDecimal(40), "abroad", false)));
        assertThat(answers.get("licence")).hasValue(List.of("doc-1"));
    }

    @Test
    void keepsNoAnswerThatIsHidden() {
        var typed = company().with(typed("kind", "individual"));

        var answers = valid(form.check(typed, CONTEXT));

        assertThat(answers.values()).doesNotContainKeys("company", "owners", "licence");
        assertThat(form.visible(typed, CONTEXT))
                .doesNotContain("holders", "company", "owners", "owners.0.share", "licence");
        assertThat(form.pages(typed, CONTEXT)).extracting(Page::key).containsExactly("applicant", "money");
    }

    @Test
    void letsNoHiddenAnswerMoveACondition() {
        var chain = FormFixture.read(
                """
                [{"type": "checkbox", "id": "a", "key": "a", "label": "a"},
                 {"type": "checkbox", "id": "b", "key": "b", "label": "b", "conditional": {"hide": "=a = true"}},
                 {"type": "checkbox", "id": "c", "key": "c", "label": "c", "conditional": {"hide": "=b = true"}}]""");

        assertThat(chain.visible(typed("b", "true"), CONTEXT))
                .contains("a", "b")
                .doesNotContain("c");
        assertThat(chain.visible(typed("a", "true", "b", "true"), CONTEXT))
                .contains("a", "c")
                .doesNotContain("b");
    }

    @Test
    void readsConditionsOnTypedValues() {
        var form = FormFixture.read(
                """
                [{"type": "number", "id": "n", "key": "n", "label": "n"},
                 {"type": "textfield", "id": "why", "key": "why", "label": "why", "conditional": {"hide": "=n = null or n <= policy.limit"}}]""");
        var context = new CheckContext(FormFixture.TODAY, Map.of("policy", Map.of("limit", new BigDecimal(5))));

        assertThat(form.reads()).containsExactly("policy.limit");
        assertThat(form.visible(typed("n", "１０"), context)).contains("why");
        assertThat(form.visible(typed("n", "5"), context)).doesNotContain("why");
        assertThat(form.visible(typed("n", "ten"), context)).doesNotContain("why");
    }

    @Test
    void hidesWithinAnItemByTheItemsOwnAnswers() {
        var typed = company().with(typed("owners.1.abroad", "true"));

        assertThat(form.visible(typed, CONTEXT)).contains("owners.1.country").doesNotContain("owners.0.country");
        assertThat(invalid(form.check(typed, CONTEXT)))
                .containsExactly(new FieldError("owners.1.country", "text.required"));
    }

    @Test
    void checksOnePageAtATime() {
        var money = form.page("money").orElseThrow();

        assertThat(invalid(form.check(money, typed(), CONTEXT)))
                .extracting(FieldError::key, FieldError::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("amount", "number.required"),
                        org.assertj.core.groups.Tuple.tuple("uses", "choices.required"),
                        org.assertj.core.groups.Tuple.tuple("agree", "checkbox.required"));
        assertThat(valid(form.check(money, individual(), CONTEXT)).values()).doesNotContainKey("name");
    }

    @Test
    void asksACrossCheckOnceEverythingElseIsRight() {
        var typed = company().with(owner(1, "乙", "30"));

        assertThat(invalid(form.check(typed, CONTEXT)))
                .containsExactly(new FieldError("owners", "shares", List.of(new BigDecimal(90))));
        assertThatThrownBy(() -> form.check(typed, new CheckContext(FormFixture.TODAY, Map.of())))
                .hasMessage("There is no cross check named sharesAddUp.");
    }

    @Test
    void addsAndRemovesItemsByTheButtonPressed() {
        var typed = company().with(owner(2, "丙", "0"));

        var added = form.edited(typed.with(typed("form.add", "owners"))).orElseThrow();
        var removed = form.edited(typed.with(typed("form.remove", "owners.1"))).orElseThrow();

        assertThat(added.items("owners")).isEqualTo(4);
        assertThat(added.names()).doesNotContain("form.add");
        assertThat(removed.items("owners")).isEqualTo(2);
        assertThat(removed.first("owners.1.owner_name")).isEqualTo("丙");
        assertThat(form.edited(typed)).isEmpty();
        assertThat(form.edited(typed.with(typed("form.remove", "owners.x")))).isEmpty();
        assertThat(form.edited(typed.with(typed("form.add", "nothing")))).isEmpty();
    }

    @Test
    void refusesMoreItemsThanAListTakes() {
        var typed = company().with(typed("owners.50", "on"));

        assertThat(invalid(form.check(typed, CONTEXT))).contains(new FieldError("owners", "list.many", List.of(50)));
        assertThat(FormView.of(form, company().with(typed("owners.99999", "on")), CONTEXT, Words.NONE)
                        .parts())
                .isNotEmpty();
    }

    @Test
    void keepsTheDraftOfOtherPagesAndStoredFilesWhenAPageIsPosted() {
        var draft = company().with(typed("owners.0.abroad", "true"));
        var holders = form.page("holders").orElseThrow();

        var after = form.posted(holders, draft, owner(0, "丁", "100").with(typed("licence", "stolen", "name", "x")));

        assertThat(after.first("owners.0.owner_name")).isEqualTo("丁");
        assertThat(after.items("owners")).isEqualTo(1);
        assertThat(after.all("owners.0.abroad")).isEmpty();
        assertThat(after.all("licence")).containsExactly("doc-1");
        assertThat(after.first("name")).isEqualTo(" 陳𨋢 ");
    }

    @Test
    void asksAgainOnlyForTheFieldsNamed() {
        var again = form.only(Set.of("phone", "owners", "licence"));

        assertThat(again.fields())
                .extracting(Field::key)
                .containsExactly("phone", "owners", "owner_name", "share", "abroad", "country", "licence");
        assertThat(again.pages()).extracting(Page::key).containsExactly("applicant", "holders");
        assertThat(again.pages(typed(), CONTEXT)).hasSize(2);
        assertThat(again.visible(owner(0, "a", "1"), CONTEXT)).doesNotContain("owners.0.country");
    }

    @Test
    void asksTogetherWithAFieldForWhatItsAnswerBringsUp() {
        var form = FormFixture.of(
                """
                {"type": "radio", "id": "a", "key": "a", "label": "a", "values": [{"value": "yes", "label": "yes"}]},
                {"type": "textfield", "id": "b", "key": "b", "label": "b", "validate": {"required": true},
                 "conditional": {"hide": "=a != \\"yes\\" or other != \\"x\\""}},
                {"type": "textfield", "id": "c", "key": "c", "label": "c", "conditional": {"hide": "=b = null"}},
                {"type": "textfield", "id": "d", "key": "d", "label": "d", "conditional": {"hide": "=a != \\"yes\\""}},
                {"type": "textfield", "id": "other", "key": "other", "label": "other"}
                """);

        var again = form.again(Set.of("a"), Set.of("d"));

        assertThat(again.fields()).extracting(Field::key).containsExactly("a", "b", "c");
        assertThat(invalid(again.check(typed("a", "yes"), new CheckContext(CONTEXT.today(), Map.of("other", "x")))))
                .extracting(FieldError::key)
                .containsExactly("b");
        assertThat(valid(again.check(typed("a", "yes"), CONTEXT)).values()).containsOnlyKeys("a");
    }

    @Test
    void asksForThePapersOfAListTogetherWithIt() {
        var form = FormFixture.of(
                """
                {"type": "dynamiclist", "id": "people", "path": "people", "label": "people", "isRepeating": true,
                 "components": [{"type": "textfield", "id": "who", "key": "who", "label": "who"}]},
                {"type": "filepicker", "id": "papers", "key": "papers", "label": "papers", "multiple": true,
                 "properties": {"evidenceOf": "people"}}
                """);

        assertThat(form.again(Set.of("people"), Set.of()).fields())
                .extracting(Field::key)
                .containsExactly("people", "who", "papers");
    }

    @Test
    void turnsAnswersBackIntoWhatCouldHaveBeenTyped() {
        var answers = valid(form.check(company(), CONTEXT));

        assertThat(valid(form.check(form.typed(answers), CONTEXT))).isEqualTo(answers);
    }

    @Test
    void beginsWithItsDefaults() {
        assertThat(form.defaults().items("owners")).isEqualTo(1);
        assertThat(FormFixture.of(
                                "{\"type\": \"number\", \"id\": \"n\", \"key\": \"n\", \"label\": \"n\", \"defaultValue\": 5}")
                        .defaults()
                        .first("n"))
                .isEqualTo("5");
    }

    @Test
    void ignoresWhatItDidNotAskFor() {
        assertThat(valid(form.check(individual().with(typed("admin", "true", "${x}", "y")), CONTEXT))
                        .values())
                .doesNotContainKeys("admin", "${x}");
    }

    static Answers valid(Checked checked) {
        assertThat(checked).isInstanceOf(Valid.class);
        return ((Valid) checked).answers();
    }

    static List<FieldError> invalid(Checked checked) {
        assertThat(checked).isInstanceOf(Invalid.class);
        return ((Invalid) checked).errors();
    }
}
