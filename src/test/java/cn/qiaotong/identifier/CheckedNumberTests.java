package cn.qiaotong.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.CheckContext;
import cn.qiaotong.form.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A check asks nothing of a field without an answer, and finds an answer in an item of a list. */
class CheckedNumberTests {

    private static final CheckContext CONTEXT = new CheckContext(LocalDate.of(2026, 3, 2), Map.of());

    @Test
    void asksNothingOfAnEmptyField() {
        assertThat(new HongKongId().check("id", Answers.of(Map.of()), CONTEXT)).isEmpty();
        assertThat(new HongKongId().check("owners.0.id", Answers.of(Map.of("owners", List.of(Map.of()))), CONTEXT))
                .isEmpty();
    }

    @Test
    void refusesAWrongNumberInAList() {
        var answers = Answers.of(Map.of("owners", List.of(Map.of("id", "A1234563"), Map.of("id", "A1234564"))));

        assertThat(new HongKongId().check("owners.0.id", answers, CONTEXT)).isEmpty();
        assertThat(new HongKongId().check("owners.1.id", answers, CONTEXT))
                .contains(new FieldError("owners.1.id", "hong-kong-id-check"));
    }

    @Test
    void doubtsOnlyWhatIsUnusual() {
        var macaoId = new WrittenNumbers().macaoId();

        assertThat(macaoId.doubt("12345678", CONTEXT)).isEmpty();
        assertThat(macaoId.doubt("A2345678", CONTEXT)).contains("document");
        assertThat(macaoId.check("id", Answers.of(Map.of("id", "A2345678")), CONTEXT))
                .isEmpty();
    }
}
