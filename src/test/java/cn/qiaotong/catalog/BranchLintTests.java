package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Offenders against the rules of what several branches are asked at once, each with its whole message. */
class BranchLintTests {

    private static final String FOLDER = "cross-border-financing";
    private static final String BPMN = FOLDER + ".bpmn";

    /** A rule by its name in bpmn/README.md, a folder that breaks it and nothing else, and what it says. */
    enum Rule {
        ONE_BRANCH_ASKED_AS_SEVERAL(
                "several branches without a choice of several",
                folder -> folder.replaceIn(FOLDER, "apply.form", "\"type\": \"checklist\"", "\"type\": \"radio\""),
                BPMN + ": ask: refer by a checklist or taglist: only several branches are asked at once"),
        A_LOOP_INSIDE(
                "a loop among several branches",
                folder -> folder.replaceIn(
                        FOLDER,
                        BPMN,
                        "<bpmn:endEvent id=\"answered\" name=\"已答复\">",
                        "<bpmn:callActivity id=\"supplement\" calledElement=\"supplement\" camunda:calledElementBinding=\"deployment\" />"
                                + "<bpmn:endEvent id=\"answered\" name=\"已答复\">"),
                BPMN + ": supplement: call it outside the part ask, which each branch runs for itself"),
        THE_DISTRICT_INSIDE(
                "a task of others among several branches",
                folder -> folder.replaceIn(
                        FOLDER,
                        BPMN,
                        "camunda:candidateGroups=\"bank-approver\" camunda:dueDate=\"${due.at('answer-confirm')}\"",
                        "camunda:candidateGroups=\"district-approver\" camunda:dueDate=\"${due.at('answer-confirm')}\""),
                BPMN + ": answer-confirm: give it to a role of branches, or draw it outside the part ask"),
        NOT_KEPT_APART(
                "a fact of branches that is not kept apart",
                folder -> folder.replaceIn(FOLDER, BPMN, "<camunda:inputParameter name=\"terms_topic\" />", ""),
                BPMN + ": ask: add an empty camunda:inputParameter terms_topic: each branch has its own"),
        KEPT_APART_FOR_NOTHING(
                "a fact kept apart that no form gives",
                folder -> folder.replaceIn(
                        FOLDER,
                        BPMN,
                        "<camunda:inputParameter name=\"terms_topic\" />",
                        "<camunda:inputParameter name=\"terms_topic\" /><camunda:inputParameter name=\"mood\" />"),
                BPMN + ": ask: remove the camunda:inputParameter mood: no form inside gives it"),
        ASKED_OUTSIDE(
                "a condition outside on what branches answer",
                folder -> folder.replaceIn(FOLDER, BPMN, "${gathered == 0}", "${bank_answer == 'no'}"),
                BPMN
                        + ": after-gather-to-no-offer: ask about bank_answer inside the part ask: outside no branch's answer is known"),
        NOBODY_CHOSE(
                "a task that several branches could take",
                folder -> folder.replaceIn(FOLDER, BPMN, ">chosen_branch<", ">branches<"),
                BPMN + ": bank-review: refer by a radio or select before it: several branches could take it",
                BPMN + ": bank-confirm: refer by a radio or select before it: several branches could take it"),
        NOTE_OUTSIDE(
                "a note outside of what branches do",
                folder -> folder.replaceIn(
                                FOLDER,
                                BPMN,
                                "camunda:delegateExpression=\"${gather}\"",
                                "camunda:delegateExpression=\"${note}\"")
                        .replaceIn(
                                FOLDER,
                                BPMN,
                                "<camunda:inputParameter name=\"answers\">interested, terms</camunda:inputParameter>",
                                "<camunda:inputParameter name=\"field\">bank_answer</camunda:inputParameter>"),
                BPMN + ": gather: say note inside the part that each branch runs for itself"),
        NOTE_OF_ANOTHER(
                "a note of another fact",
                folder -> folder.replaceIn(FOLDER, BPMN, ">${bank_answer}<", ">${answer_reason}<"),
                BPMN + ": note-answer: set the input answer to ${bank_answer}"),
        GATHERED_UNKNOWN(
                "gathered answers that no branch gives",
                folder -> folder.replaceIn(FOLDER, BPMN, ">interested, terms<", ">interested, perhaps<"),
                BPMN + ": gather: list in the input answers what branches may have answered, with commas"),
        UNKNOWN_OPTIONS(
                "options that a request does not have",
                folder -> folder.replaceIn(
                        FOLDER, "choose.form", "\"valuesKey\": \"branches\"", "\"valuesKey\": \"banks\""),
                "choose.form: chosen_branch: write branches into valuesKey, in the form of a step: a request has no other options"),
        A_FILE_LATER(
                "a file outside the application",
                folder -> folder.replaceIn(
                                FOLDER,
                                "bank-confirm.form",
                                "\"type\": \"textarea\",\n      \"key\": \"bank_confirm_note\"",
                                "\"type\": \"filepicker\",\n      \"key\": \"bank_confirm_note\"")
                        .replaceIn(
                                FOLDER,
                                "bank-confirm.form",
                                "\"label\": \"内部备注（申请人看不到）\",\n      \"validate\": {\n        \"maxLength\": 1000\n      }",
                                "\"label\": \"内部备注（申请人看不到）\""),
                "bank-confirm.form: bank_confirm_note: ask for it in apply.form: files are given with the application and its supplements");

        private final String title;
        private final UnaryOperator<FolderFixture> change;
        private final String[] messages;

        Rule(String title, UnaryOperator<FolderFixture> change, String... messages) {
            this.title = title;
            this.change = change;
            this.messages = messages;
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsFileElementAndFix(Rule rule) {
        assertThat(rule.change.apply(FolderFixture.one(FOLDER)).problems()).contains(rule.messages);
    }

    @ParameterizedTest
    @EnumSource
    void standsInTheReadme(Rule rule) throws IOException {
        assertThat(Files.readString(Path.of("bpmn/README.md"))).contains(rule.title);
    }
}
