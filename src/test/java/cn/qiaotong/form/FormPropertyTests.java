package cn.qiaotong.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What holds of a form whatever is typed into it. */
class FormPropertyTests {

    private final Form form = FormFixture.apply();

    @Property(tries = 60)
    void anyTextInEveryFieldIsAnErrorOrAValueThatComesBack(@ForAll @Size(max = 3) List<String> texts) {
        var typed = FormFixture.company();
        for (var name : form.visible(typed, FormFixture.CONTEXT)) {
            var one = typed.with(FormFixture.typed(
                    texts.stream().flatMap(text -> List.of(name, text).stream()).toArray(String[]::new)));

            if (form.check(one, FormFixture.CONTEXT) instanceof Valid valid) {
                assertThat(Answers.read(valid.answers().json())).isEqualTo(valid.answers());
                assertThat(form.check(form.typed(valid.answers()), FormFixture.CONTEXT))
                        .isEqualTo(valid);
            }
            assertThat(Typed.read(one.json())).isEqualTo(one);
        }
    }

    @Property(tries = 100)
    void whatIsHiddenIsNeverAnAnswer(@ForAll String kind, @ForAll boolean company) {
        var typed = FormFixture.company().with(FormFixture.typed("kind", company ? "company" : kind));

        var visible = form.visible(typed, FormFixture.CONTEXT);

        if (form.check(typed, FormFixture.CONTEXT) instanceof Valid valid) {
            assertThat(visible).containsAll(valid.answers().values().keySet());
        }
        assertThat(visible.contains("holders"))
                .isEqualTo(company || kind.strip().equals("company"));
    }
}
