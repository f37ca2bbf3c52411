package cn.qiaotong.catalog;

import static cn.qiaotong.catalog.FolderFixture.CROSS_CHECKS;
import static cn.qiaotong.catalog.FolderFixture.ROLES;
import static cn.qiaotong.catalog.FolderFixture.SUBSIDY;
import static cn.qiaotong.catalog.FolderFixture.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped folders have no mistake, and each mistake is told with file, element and fix, and told alone. */
class FolderLintTests {

    private static final String BPMN = "wealth-connect-southbound.bpmn";
    private static final String CONFIRM =
            "<bpmn:userTask id=\"confirm\" name=\"审核\" camunda:candidateGroups=\"district-approver\" camunda:dueDate=\"${due.at('confirm')}\">";

    /** A rule by its name in bpmn/README.md, a change of the shipped folder that breaks it, and what is then said. */
    enum Rule {
        FOREIGN_FILE(
                "a file of an unknown kind",
                folder -> folder.add("notes.txt", ""),
                "notes.txt: remove it: a folder has models, decisions, forms, messages, policies and scenarios"),
        NAME_OF_SHARED(
                "a file named like one of the shared loops",
                folder -> folder.add("supplement.bpmn", "<x/>"),
                "supplement.bpmn: rename it: bpmn/shared has a file of this name"),
        SECOND_MODEL(
                "a second model",
                folder -> folder.add("second.bpmn", "<x/>"),
                "second.bpmn: remove it, or move it to bpmn/shared: a service is one model"),
        NO_MODEL(
                "no model",
                folder -> folder.remove(BPMN),
                "wealth-connect-southbound.bpmn: add the model: a BPMN 2.0 file of this name"),
        NO_SCENARIOS(
                "no scenarios.yaml",
                folder -> folder.remove("scenarios.yaml"),
                "scenarios.yaml: add the examples of this service; they are its tests"),
        UNREADABLE_MODEL(
                "an unreadable model",
                folder -> folder.add(BPMN, "<bpmn"),
                "wealth-connect-southbound.bpmn: make it a BPMN 2.0 file: plain XML without a document type"),
        UNREADABLE_FORM(
                "an unreadable form",
                folder -> folder.add("intake.form", "{"),
                "intake.form: file: it is not JSON; correct the file."),
        UNKNOWN_FIELD_TYPE(
                "an unknown field type",
                folder -> folder.replace("intake.form", "\"type\": \"textarea\"", "\"type\": \"slider\""),
                "intake.form: element intake_note: the type slider is not shown here; use another."),
        PERSONAL_ENGINE_FIELD(
                "a field that is personal and for the engine",
                folder -> folder.replace(
                        "intake.form", "\"engine\": \"true\"", "\"engine\": \"true\", \"pii\": \"personal\""),
                "intake.form: radio intake_decision: personal data never goes to the engine; remove the property engine."),
        UNREADABLE_DECISION(
                "an unreadable decision",
                folder -> folder.replace("eligibility.dmn", "hitPolicy=\"COLLECT\"", "hitPolicy=\"ANY\""),
                "eligibility.dmn: decision wealth-connect-southbound-eligibility: the hit policy ANY is not allowed; use COLLECT, UNIQUE or FIRST."),
        POLICY_WITHOUT_SOURCE(
                "a policy row without a source",
                folder -> folder.replace(
                        "policies.yaml",
                        "key: intake, value: 1 working day, from: 2021-10-10, source: DEMO",
                        "key: intake, value: 1 working day, from: 2021-10-10"),
                "policies.yaml: row 17 'intake': write 'source', a key of 'sources', or DEMO where no document supports it."),
        INVALID_POLICY(
                "an invalid policy row",
                folder -> folder.replace(
                        "policies.yaml", "key: intake, value: 1 working day", "key: intake, value: soon"),
                "policies.yaml: row 17 'intake': the value of a row of kind due is a term such as '3 working days' or '10 calendar days'."),
        PAIR_OF_UNKNOWN_BRANCH(
                "a pair of an unknown branch",
                folder -> folder.replace(
                        "policies.yaml",
                        "rows:\n",
                        "rows:\n  - {kind: pair, key: one, value: {branch: district, partner: a, place: CN-HK}, texts: {zh-Hans: a, zh-Hant: a, en: a}, from: 2021-10-10, source: DEMO}\n"),
                "policies.yaml: one: name a bank: bpmn/shared/policies.yaml has no row of kind organisation with the key district that is one"),
        PRODUCT_OF_UNKNOWN_BRANCH(
                "a product of an unknown branch",
                folder -> folder.replace(
                        "policies.yaml", "rows:\n", "rows:\n" + product("district", "mainland_resident")),
                "policies.yaml: one: name a bank: bpmn/shared/policies.yaml has no row of kind organisation with the key district that is one"),
        PRODUCT_FOR_UNKNOWN_PEOPLE(
                "a product for people whom the application does not know",
                folder -> folder.replace("policies.yaml", "rows:\n", "rows:\n" + product("icbc-jianghai", "martian")),
                "policies.yaml: one: name options of the field category of apply.form in eligible: it has no option martian"),
        ELEMENT_WITHOUT_FORM(
                "an element without a form",
                folder -> folder.remove("intake.form"),
                "intake.form: add the form of the element intake"),
        FORM_WITHOUT_ELEMENT(
                "a form without an element",
                folder -> folder.add("spare.form", folder.text(FolderFixture.SERVICE, "intake.form")),
                "spare.form: remove it, or name it after a start event or user task"),
        TWO_PROCESSES(
                "two processes",
                folder -> folder.replace(
                        BPMN,
                        "<bpmn:process id=\"wealth-connect-southbound",
                        "<bpmn:process id=\"second\" /><bpmn:process id=\"wealth-connect-southbound"),
                "wealth-connect-southbound.bpmn: draw exactly one process in this file; it has 2"),
        PROCESS_ID(
                "a process id that is not the folder",
                folder -> folder.replace(
                        BPMN, "<bpmn:process id=\"wealth-connect-southbound\"", "<bpmn:process id=\"wealth\""),
                "wealth-connect-southbound.bpmn: wealth: give the process the id wealth-connect-southbound, the name of its file"),
        NOT_EXECUTABLE(
                "not executable",
                folder -> folder.replace(BPMN, "isExecutable=\"true\"", "isExecutable=\"false\""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: set isExecutable to true"),
        UNKNOWN_KIND(
                "an unknown kind of service",
                folder -> folder.replace(
                        BPMN,
                        "</bpmn:documentation>",
                        "</bpmn:documentation><bpmn:extensionElements><camunda:properties><camunda:property name=\"kind\" value=\"question\" /></camunda:properties></bpmn:extensionElements>"),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: write enquiry as the property kind, or leave it out"),
        NO_NAME(
                "no name",
                folder -> folder.replace(BPMN, "name=\"跨境理财通（南向通）\"", "name=\"\""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: give the process a name"),
        NO_DOCUMENTATION(
                "no documentation",
                folder -> folder.replace(BPMN, "<bpmn:documentation>", "<bpmn:documentation></bpmn:documentation><!--")
                        .replace(
                                BPMN,
                                "</bpmn:documentation>\n    <bpmn:startEvent id=\"apply\"",
                                "-->\n    <bpmn:startEvent id=\"apply\""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: say in the documentation what the process is for"),
        NO_VERSION_TAG(
                "no versionTag",
                folder -> folder.replace(BPMN, " camunda:versionTag=\"1.1.0\"", ""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: set camunda:versionTag, for example 1.0.0"),
        NO_TIME_TO_LIVE(
                "no historyTimeToLive",
                folder -> folder.replace(
                        BPMN, "camunda:historyTimeToLive=\"P3650D\"", "camunda:historyTimeToLive=\"P10Y\""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: set camunda:historyTimeToLive in days, for example P3650D"),
        UNKNOWN_STARTER(
                "an unknown role of starters",
                folder -> folder.replace(
                        BPMN, "candidateStarterGroups=\"applicant\"", "candidateStarterGroups=\"anybody\""),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: set camunda:candidateStarterGroups to one role: "
                        + listed(ROLES)),
        START_EVENT(
                "a start event that is not apply",
                folder -> folder.replace(BPMN, "id=\"apply\"", "id=\"begin\"")
                        .replace(BPMN, "sourceRef=\"apply\"", "sourceRef=\"begin\"")
                        .replace(BPMN, "bpmnElement=\"apply\"", "bpmnElement=\"begin\""),
                "wealth-connect-southbound.bpmn: apply: give the start event the id apply"),
        NO_WITHDRAWAL(
                "no event sub-process withdraw",
                folder -> folder.replace(BPMN, "id=\"withdraw\"", "id=\"recall\"")
                        .replace(BPMN, "bpmnElement=\"withdraw\"", "bpmnElement=\"recall\""),
                "wealth-connect-southbound.bpmn: withdraw: draw the event sub-process withdraw, started by the message withdraw"),
        WITHDRAWAL_MESSAGE(
                "another message than withdraw",
                folder -> folder.replace(
                        BPMN, "id=\"withdraw-message\" name=\"withdraw\"", "id=\"withdraw-message\" name=\"recall\""),
                "wealth-connect-southbound.bpmn: withdraw: start it by the message withdraw: that is how the program says it"),
        WITHDRAWAL_UNTIL(
                "no until of the withdrawal",
                folder -> folder.replace(
                        BPMN, "name=\"until\" value=\"bank-review\"", "name=\"until\" value=\"after-intake\""),
                "wealth-connect-southbound.bpmn: withdraw: set the extension property until to the user task whose completion ends withdrawal"),
        UNKNOWN_ROLE(
                "an unknown role of a user task",
                folder -> folder.replace(
                        BPMN, "camunda:candidateGroups=\"district-reviewer\"", "camunda:candidateGroups=\"clerk\""),
                "wealth-connect-southbound.bpmn: intake: set camunda:candidateGroups to one role: " + listed(ROLES)),
        NO_DEPARTMENT(
                "a department's task without its department",
                folder -> asksDepartment(folder, "shows", "full_name"),
                "wealth-connect-southbound.bpmn: confirm: set the extension property organisation to one department: finance-bureau, science-technology, tax-bureau"),
        A_BRANCH_AS_DEPARTMENT(
                "a department's task without its department",
                folder -> asksDepartment(folder, "organisation", "icbc-jianghai", "shows", "full_name"),
                "wealth-connect-southbound.bpmn: confirm: set the extension property organisation to one department: finance-bureau, science-technology, tax-bureau"),
        SHOWS_NOTHING(
                "a department's task without the fields it shows",
                folder -> asksDepartment(folder, "organisation", "tax-bureau"),
                "wealth-connect-southbound.bpmn: confirm: list in the extension property shows the fields of apply.form that the department reads, with commas"),
        SHOWS_UNKNOWN(
                "a shown field that is not there",
                folder -> asksDepartment(
                        folder, "organisation", "tax-bureau", "shows", "full_name, average_income, salary"),
                "wealth-connect-southbound.bpmn: confirm: remove salary from the property shows: apply.form has no such field"),
        SHOWS_TO_OTHERS(
                "a department's property on another task",
                folder -> folder.replace(BPMN, CONFIRM, CONFIRM + properties("shows", "full_name")),
                "wealth-connect-southbound.bpmn: confirm: remove the extension property shows: only a department's task has it"),
        NO_DUE(
                "a user task without a due date",
                folder -> folder.replace(BPMN, " camunda:dueDate=\"${due.at('intake')}\"", ""),
                "wealth-connect-southbound.bpmn: intake: say until when with ${due.at('key')}, where policies.yaml has a row of kind due with that key"),
        DUE_WITHOUT_POLICY(
                "a due key without a policy row",
                folder -> folder.replace(BPMN, "${due.at('intake')}", "${due.at('reception')}"),
                "wealth-connect-southbound.bpmn: intake: add a row of kind due with the key reception to policies.yaml"),
        WAIT_NOT_FOLLOWED_ASYNC(
                "a step after a wait without asyncBefore",
                folder -> folder.replace(BPMN, "name=\"银行意见\" camunda:asyncBefore=\"true\"", "name=\"银行意见\""),
                "wealth-connect-southbound.bpmn: after-bank-review: set camunda:asyncBefore to true: it is the first step after the wait bank-review"),
        UNKNOWN_WORD(
                "an unknown word",
                folder -> folder.replace(BPMN, "${decide}", "${settle}"),
                "wealth-connect-southbound.bpmn: check: set camunda:delegateExpression to one of the words "
                        + listed(WORDS.keySet())),
        SERVICE_NOT_ASYNC(
                "a service task without asyncBefore",
                folder -> folder.replace(BPMN, "name=\"转介银行\" camunda:asyncBefore=\"true\"", "name=\"转介银行\""),
                "wealth-connect-southbound.bpmn: refer: set camunda:asyncBefore to true, so that a failure here loses nothing acknowledged"),
        NO_RETRY(
                "a service task without a retry cycle",
                folder -> folder.replace(
                        BPMN,
                        "<camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>\n        <camunda:inputOutput>\n          <camunda:inputParameter name=\"decision\">",
                        "\n        <camunda:inputOutput>\n          <camunda:inputParameter name=\"decision\">"),
                "wealth-connect-southbound.bpmn: check: set camunda:failedJobRetryTimeCycle, for example R5/PT1M"),
        NO_DECISION(
                "the word decide without a decision",
                folder -> folder.replace(
                        BPMN, "<camunda:inputParameter name=\"decision\">", "<camunda:inputParameter name=\"table\">"),
                "wealth-connect-southbound.bpmn: check: set the input decision to the name of a decision of this folder"),
        UNKNOWN_DECISION(
                "a decision that is not there",
                folder -> folder.replace(
                        BPMN,
                        "<camunda:inputParameter name=\"decision\">eligibility",
                        "<camunda:inputParameter name=\"decision\">fitness"),
                "wealth-connect-southbound.bpmn: check: add fitness.dmn, or name a decision of this folder"),
        TIMER_WITHOUT_DUE(
                "a timer that is not due.at",
                folder -> folder.replaceIn(
                        ServiceFolder.SHARED,
                        "supplement.bpmn",
                        "\">${due.at('supplement-answer')}<",
                        "\">2026-12-31<"),
                "supplement.bpmn: supplement-overdue: say until when with ${due.at('key')}, where policies.yaml has a row of kind due with that key"),
        UNKNOWN_LOOP(
                "a call of an unknown loop",
                folder -> folder.replace(BPMN, "calledElement=\"supplement\"", "calledElement=\"objection\""),
                "wealth-connect-southbound.bpmn: supplement: call one of the shared loops supplement"),
        CALL_NOT_BOUND(
                "a call without deployment binding",
                folder -> folder.replace(
                        BPMN, "camunda:calledElementBinding=\"deployment\"", "camunda:calledElementBinding=\"latest\""),
                "wealth-connect-southbound.bpmn: supplement: set camunda:calledElementBinding to deployment"),
        ERROR_NOT_CAUGHT(
                "a call that does not catch an error of its loop",
                folder -> folder.replace(
                                BPMN,
                                "errorRef=\"supplement-expired-error\"",
                                "errorRef=\"supplement-forgotten-error\"")
                        .replace(
                                BPMN,
                                "  <bpmn:process ",
                                "  <bpmn:error id=\"supplement-forgotten-error\" name=\"forgotten\" errorCode=\"supplement-forgotten\" />\n  <bpmn:process "),
                "wealth-connect-southbound.bpmn: supplement: draw a boundary event for the error supplement-expired on it: the loop supplement can end with it"),
        SPLIT_BY_TASK(
                "a task that splits",
                folder -> folder.replace(
                                BPMN,
                                "  </bpmn:process>",
                                "<bpmn:sequenceFlow id=\"skip\" sourceRef=\"check\" targetRef=\"confirm\" /></bpmn:process>")
                        .replace(
                                BPMN,
                                "    </bpmndi:BPMNPlane>",
                                "<bpmndi:BPMNEdge bpmnElement=\"skip\" /></bpmndi:BPMNPlane>"),
                "wealth-connect-southbound.bpmn: check: draw a gateway after it: only a gateway splits"),
        NO_DEFAULT(
                "a split without a default",
                folder -> folder.replace(BPMN, " default=\"after-intake-to-confirm\"", ""),
                "wealth-connect-southbound.bpmn: after-intake: mark one of its 2 flows as the default"),
        NO_CONDITION(
                "a way without a condition",
                folder -> folder.replace(
                        BPMN,
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${intake_decision == 'supplement'}</bpmn:conditionExpression>",
                        ""),
                "wealth-connect-southbound.bpmn: after-intake-to-supplement: say in a condition when this way is taken, or make it the default"),
        OUTSIDE_GRAMMAR(
                "an expression outside the grammar",
                folder ->
                        folder.replace(BPMN, "${intake_decision == 'supplement'}", "${intake_decision.length() == 3}"),
                "wealth-connect-southbound.bpmn: after-intake-to-supplement: the condition ${intake_decision.length() == 3} has '.' where none may stand; use variables, comparisons, and, or, not, or due.at('key')"),
        UNKNOWN_FACT(
                "a condition on an unknown name",
                folder ->
                        folder.replace(BPMN, "${intake_decision == 'supplement'}", "${intake_result == 'supplement'}"),
                "wealth-connect-southbound.bpmn: after-intake-to-supplement: intake_result is not known here: name a field with the property engine, or a decision of this folder"),
        NOT_DRAWN(
                "a shape missing in the diagram",
                folder -> folder.replace(BPMN, "bpmnElement=\"check\"", "bpmnElement=\"other\""),
                "wealth-connect-southbound.bpmn: check: draw it: the diagram has no shape for it"),
        FLOW_NOT_DRAWN(
                "an arrow missing in the diagram",
                folder -> folder.replace(BPMN, "bpmnElement=\"apply-to-check\"", "bpmnElement=\"other\""),
                "wealth-connect-southbound.bpmn: apply-to-check: draw it: the diagram has no shape for it"),
        FORM_ID(
                "a form id that is not the file",
                folder -> folder.replace("intake.form", "\"id\": \"intake\",", "\"id\": \"reception\","),
                "intake.form: reception: give the form the id intake, the name of its file"),
        CONDITION_READS_UNKNOWN(
                "a form condition on an unknown name",
                folder -> folder.replace("bank-confirm.form", "=bank_confirm_decision", "=bank_decision"),
                "bank-confirm.form: bank_decision: ask for it in this form: a condition reads it and no field has this key"),
        UNKNOWN_CROSS_CHECK(
                "an unknown crossCheck",
                folder -> folder.replace(
                        "apply.form", "\"crossCheck\": \"residentId\"", "\"crossCheck\": \"luckyNumber\""),
                "apply.form: luckyNumber: name one of the checks the program has: " + listed(CROSS_CHECKS)),
        KEY_TWICE(
                "one field key in two forms",
                folder -> folder.everywhere("bank_confirm_note", "bank_note"),
                "bank-review.form: bank_note: rename it: bank-confirm.form gives a fact of this name, and one name is one fact"),
        KEY_OF_DECISION(
                "a field named like a decision",
                folder -> folder.everywhere("bank_confirm_note", "eligibility"),
                "bank-confirm.form: eligibility: rename it: eligibility.dmn gives a fact of this name, and one name is one fact"),
        SECRET(
                "a field named like a secret",
                folder -> folder.everywhere("bank_confirm_note", "bank_card_pin"),
                "bank-confirm.form: bank_card_pin: remove it: the desk never asks for a password, a PIN or a code"),
        KEY_OF_PAGES(
                "a field named like something of the pages",
                folder -> folder.everywhere("bank_confirm_note", "language"),
                "bank-confirm.form: language: rename it: the pages around a form keep this name for themselves"),
        RESERVED_KEY(
                "a field named like a word of expressions",
                folder -> folder.everywhere("other_bank", "task"),
                "apply.form: task: rename it: expressions keep this word for themselves"),
        DECISION_NAME(
                "a decision file that is no name",
                folder -> folder.add("my-check.dmn", folder.text(FolderFixture.SERVICE, "eligibility.dmn")),
                "my-check.dmn: name the file in snake_case: a model reads the decision's outcome by this name"),
        DECISION_ID(
                "a decision id that is not folder and file",
                folder -> folder.replace(
                        "eligibility.dmn",
                        "<decision id=\"wealth-connect-southbound-eligibility\"",
                        "<decision id=\"fit\""),
                "eligibility.dmn: fit: give the decision the id wealth-connect-southbound-eligibility"),
        DECISION_INPUT(
                "a decision input that no form gives",
                folder -> folder.replace(
                        "eligibility.dmn", "<text>own_funds = \"yes\"</text>", "<text>funds_owned = \"yes\"</text>"),
                "eligibility.dmn: funds_owned: ask for it in apply.form: no field has this key"),
        DECISION_POLICY(
                "a decision on a missing policy row",
                folder -> folder.replace("eligibility.dmn", "policy.experience_years", "policy.experience"),
                "eligibility.dmn: policy.experience: add a row with the key experience to policies.yaml"),
        UNEXPLAINED(
                "a decision that explains nothing",
                folder -> folder.replace("eligibility.dmn", "name=\"met\"", "name=\"fulfilled\""),
                "eligibility.dmn: wealth-connect-southbound-eligibility: give the table the outputs condition and met: the word decide explains by them"),
        REFER_WITHOUT_BRANCH(
                "the word refer without a branch",
                folder -> folder.replace(
                        BPMN,
                        "<camunda:inputParameter name=\"branch\">branch<",
                        "<camunda:inputParameter name=\"branch\">bank<"),
                "wealth-connect-southbound.bpmn: refer: set the input branch to the radio, select, checklist or taglist in which the applicant chooses"),
        UNKNOWN_BRANCH(
                "a branch that is no organisation",
                folder -> folder.replaceIn(
                        ServiceFolder.SHARED, "policies.yaml", "key: icbc-jianghai", "key: icbc-other"),
                "apply.form: branch: remove the option icbc-jianghai, or add a row of kind organisation with this key to bpmn/shared/policies.yaml"),
        INPUT_MISSING(
                "a word without an input that it needs",
                folder -> folder.replaceIn(
                        SUBSIDY,
                        SUBSIDY + ".bpmn",
                        "<camunda:inputParameter name=\"firm\">uscc<",
                        "<camunda:inputParameter name=\"firm\">code<"),
                "financing-subsidy.bpmn: calculate: set the input firm to the name of a field of apply.form"),
        NOT_UNINVOLVED(
                "a property uninvolved that is not true",
                folder -> folder.replaceIn(
                        SUBSIDY,
                        SUBSIDY + ".bpmn",
                        "name=\"uninvolved\" value=\"true\"",
                        "name=\"uninvolved\" value=\"yes\""),
                "financing-subsidy.bpmn: objection: set the extension property uninvolved to true, or remove it"),
        UNKNOWN_REMEDY(
                "an unknown remedy",
                folder -> folder.replace(BPMN, "name=\"remedy\" value=\"district\"", "name=\"remedy\" value=\"court\""),
                "wealth-connect-southbound.bpmn: not-covered: write district, bank or authority as the property remedy, or leave it out"),
        UNKNOWN_SILENCE(
                "an unknown meaning of silence",
                folder -> folder.replace(
                        BPMN,
                        "attachedToRef=\"supplement\">",
                        "attachedToRef=\"supplement\">" + property("silence", "consent")),
                "wealth-connect-southbound.bpmn: supplement-expired: write complete as the property silence of a timer, or leave it out"),
        CALLS_WHAT_STANDS_ALONE(
                "a call of an unknown loop",
                folder -> folder.replace(BPMN, "calledElement=\"supplement\"", "calledElement=\"objection\""),
                "wealth-connect-southbound.bpmn: supplement: call one of the shared loops supplement"),
        UNREADABLE_SCENARIOS(
                "unreadable scenarios",
                folder -> folder.add("scenarios.yaml", "examples: [\n"),
                "scenarios.yaml: line 2: make it YAML: expected the node content, but found '<stream end>'"),
        NO_SCENARIO(
                "no scenario",
                folder -> folder.add("scenarios.yaml", "examples: {}\n"),
                "scenarios.yaml: scenarios: write at least one scenario: a name and the list of its acts"),
        NO_ACTS(
                "a scenario without acts",
                folder -> folder.add("scenarios.yaml", "scenarios: {empty: []}"),
                "scenarios.yaml: empty: write the acts of this scenario as a list"),
        UNKNOWN_ACT(
                "an unknown act",
                folder -> folder.append("scenarios.yaml", "\n  new:\n    - dance\n    - ends: withdrawn\n"),
                "scenarios.yaml: new: replace dance by a step of the model or one of the words after, apply, bank-confirm, bank-review, bank-supplement-allow, checks, confirm, day, ends, intake, supplement, supplement-allow, supplement-answer, withdraw, withdrawal is refused"),
        UNKNOWN_EXAMPLE(
                "an unknown example",
                folder -> folder.append("scenarios.yaml", "\n  new:\n    - apply: nobody\n    - ends: withdrawn\n"),
                "scenarios.yaml: new: write the example “nobody” under examples, or apply with one that is there"),
        NO_END(
                "a scenario without an end",
                folder -> folder.append("scenarios.yaml", "\n  new:\n    - withdraw\n    - ends: nowhere\n"),
                "scenarios.yaml: new: let its last line be ends with an end event of the model: account-paired, bank-declined, expired, not-covered, quota-full, withdrawn"),
        TEXT_MISSING(
                "a text that is missing",
                folder -> folder.withoutText("check.doing"),
                "messages.properties: check.doing: add the Simplified text"),
        GATEWAY_WITHOUT_TEXT(
                "an element of the drawing without its text",
                folder -> folder.withoutText("after-intake.title"),
                "messages.properties: after-intake.title: add the Simplified text"),
        WAY_WITHOUT_TEXT(
                "a named way without its text",
                folder -> folder.withoutText("after-intake-to-supplement.title"),
                "messages.properties: after-intake-to-supplement.title: add the Simplified text"),
        CONDITION_WITHOUT_TEXT(
                "a condition without its text",
                folder -> folder.withoutText("condition.tie.text"),
                "messages.properties: condition.tie.text: add the Simplified text"),
        FIELD_WITHOUT_TEXT(
                "a field without its text",
                folder -> folder.withoutText("intake_note.label"),
                "messages.properties: intake_note.label: add the Simplified text; intake.form says “内部备注（申请人看不到）”"),
        LABEL_DIFFERS(
                "a label that differs from its text",
                folder -> folder.replace("intake.form", "\"label\": \"受理意见\"", "\"label\": \"意见\""),
                "intake.form: intake_decision.label: make it the same as in messages.properties: “受理意见”, not “意见”"),
        TEXT_UNUSED(
                "a text that nothing uses",
                folder -> folder.append("messages.properties", "spare.title=备用\n")
                        .append("messages_zh_HK.properties", marked("spare.title=備用"))
                        .append("messages_en.properties", marked("spare.title=Spare")),
                "messages.properties: spare.title: remove it: nothing in this folder uses it"),
        NOT_TRANSLATED(
                "a text missing in a language",
                folder -> folder.replace("messages_en.properties", "check.title=Automatic checks\n", ""),
                "messages_en.properties: check.title: translate “自动核对” and write the line #: ebd049c6 above it"),
        STALE(
                "a stale translation",
                folder -> folder.replace("messages_zh_HK.properties", "#: ebd049c6\n", "#: 00000000\n"),
                "messages_zh_HK.properties: check.title: the Simplified text is now “自动核对”: check the translation and write the line #: ebd049c6 above it"),
        UNKNOWN_KEY(
                "a translation of an unknown text",
                folder -> folder.append("messages_en.properties", "spare.title=Spare\n"),
                "messages_en.properties: spare.title: remove it: messages.properties does not have it"),
        NO_ANSWER_TO_THE_QUESTIONNAIRE(
                "no answer to the questionnaire",
                folder -> withoutFits(folder.remove("fits.dmn")),
                "fits.dmn: add the decision that answers the questionnaire of all services for this one"),
        QUESTIONNAIRE_ASKS_NOTHING_LIKE_IT(
                "an answer that reads what nobody asks",
                folder -> folder.replace("fits.dmn", "<text>hukou_gba</text>", "<text>colour</text>"),
                "fits.dmn: colour: read what bpmn/shared/questionnaire.form asks, or a row of policies.yaml"),
        ANSWER_WITHOUT_ALTERNATIVES(
                "an answer without its outputs",
                folder -> folder.replace("fits.dmn", "name=\"instead\"", "name=\"other\""),
                "fits.dmn: wealth-connect-southbound-fits: give the table the output instead"),
        ANSWER_OF_NO_KIND(
                "an answer that is none of the three",
                folder -> folder.replace("fits.dmn", "<text>\"not_here\"</text>", "<text>\"never\"</text>"),
                "fits.dmn: never: write one of fits, not_here, person in the output fit"),
        ANSWER_BY_NO_POLICY(
                "an answer by a policy row that is not there",
                folder -> folder.replace("fits.dmn", "<text>\"gba_cities\"</text>", "<text>\"cities\"</text>"),
                "fits.dmn: cities: name a row of policies.yaml in the output policy: none has this key"),
        ANSWER_NOT_FOR_EVERYBODY(
                "no answer for everybody",
                folder -> folder.replace(
                        "fits.dmn",
                        "<inputEntry id=\"years_short-age\"><text>-</text></inputEntry>",
                        "<inputEntry id=\"years_short-age\"><text>&gt;= 18</text></inputEntry>"),
                "fits.dmn: wealth-connect-southbound-fits: end with a rule that has - in every condition, so that everybody gets an answer"),
        EXPLAINED_BY_NO_FIELD(
                "a condition explained by a field that nobody gives",
                folder -> folder.replace("eligibility.dmn", "else \"tie_years\"</text>", "else \"tie\"</text>"),
                "eligibility.dmn: tie: name a field of apply.form in the output given: none has this key"),
        EXPLAINED_BY_NO_POLICY(
                "a condition explained by a policy row that is not there",
                folder -> folder.replace("eligibility.dmn", "else \"net_assets\"</text>", "else \"assets\"</text>"),
                "eligibility.dmn: assets: name a row of policies.yaml in the output policy: none has this key"),
        DECIDED_BY_NOBODY(
                "a condition that nobody decides",
                folder -> folder.replace(
                        "eligibility.dmn",
                        "<outputEntry id=\"tie-decided_by\"><text>\"desk\"</text>",
                        "<outputEntry id=\"tie-decided_by\"><text>\"oracle\"</text>"),
                "eligibility.dmn: oracle: write desk, bank or authority in the output decided_by"),
        NO_STATUS(
                "no row that says the status",
                folder -> folder.replace(
                        "policies.yaml",
                        "  - {kind: status, key: status, value: LIVE, from: 2021-10-10, source: WMC-BA, confidence: H}\n",
                        ""),
                "policies.yaml: status: add a row of kind status with the key status: without one the service is closed on every day"),
        LETTER_OF_UNKNOWN_FIELD(
                "a letter with a field that its form has not",
                folder -> withLetter(folder, "bank_slot"),
                "wealth-connect-southbound.bpmn: bank-review: remove bank_slot from the property letter: bank-review.form has no such field"),
        LETTER_OF_FREE_TEXT(
                "a letter with free text of staff",
                folder -> withLetter(folder, "bank_outcome, bank_note"),
                "wealth-connect-southbound.bpmn: bank-review: remove bank_note from the property letter: a letter has no free text of staff"),
        SHEET_OF_UNKNOWN_FIELD(
                "a sheet with a field that nobody gives",
                folder -> withSheet(folder, "full_name, shoe_size"),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: remove shoe_size from the property sheet: apply.form has no such field"),
        SHEET_OF_FILES(
                "a letter or a sheet with files",
                folder -> withSheet(folder, "full_name, identity_paper"),
                "wealth-connect-southbound.bpmn: wealth-connect-southbound: remove identity_paper from the property sheet: files are not printed"),
        EVIDENCE_OF_NO_LIST(
                "papers of the people of a list that is not there",
                folder -> withText(
                        folder.replace("apply.form", "\"maxFiles\": ", "\"evidenceOf\": \"household\", \"maxFiles\": "),
                        "consent.household"),
                "apply.form: identity_paper: name a list of this form in the property evidenceOf: it has no list household"),
        HOURS_OF_NO_ZONE(
                "hours in a time zone that nobody gives",
                folder -> withHours(folder, "shoe_size"),
                "apply.form: call_slot: name a select or radio of this form in the property zoneOf: it has no shoe_size");

        private final String title;
        private final UnaryOperator<FolderFixture> change;
        private final String message;

        Rule(String title, UnaryOperator<FolderFixture> change, String message) {
            this.title = title;
            this.change = change;
            this.message = message;
        }
    }

    @Test
    void theShippedFoldersHaveNoMistake() {
        assertThat(FolderFixture.shipped().problemsWithFolders()).isEmpty();
    }

    @Test
    void namesTheFolderWhereSeveralAreChecked() {
        var changed = FolderFixture.one().replace("apply.form", "\"type\": \"filepicker\"", "\"type\": \"iframe\"");

        assertThat(changed.problemsWithFolders())
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("bpmn/wealth-connect-southbound/apply.form: ");
    }

    @ParameterizedTest
    @EnumSource
    void tellsFileElementAndFix(Rule rule) {
        assertThat(rule.change.apply(FolderFixture.one()).problems()).containsExactly(rule.message);
    }

    @ParameterizedTest
    @EnumSource
    void standsInTheReadme(Rule rule) throws IOException {
        assertThat(Files.readString(Path.of("bpmn/README.md"))).contains(rule.title);
    }

    private static FolderFixture withoutFits(FolderFixture folder) {
        return Stream.of("mainland_only", "too_young", "hukou", "years", "years_short")
                .map("fits.%s.text"::formatted)
                .reduce(folder, FolderFixture::withoutText, (one, other) -> other);
    }

    private static FolderFixture withLetter(FolderFixture folder, String fields) {
        var drawn = folder.replace(
                BPMN,
                "<bpmn:incoming>refer-to-bank-review</bpmn:incoming>",
                property("letter", fields) + "<bpmn:incoming>refer-to-bank-review</bpmn:incoming>");
        return withText(withText(drawn, "bank-review.letter.title"), "bank-review.letter.text");
    }

    private static FolderFixture withSheet(FolderFixture folder, String fields) {
        var drawn = folder.replace(BPMN, "</bpmn:documentation>", "</bpmn:documentation>" + property("sheet", fields));
        return withText(withText(drawn, "sheet.title"), "sheet.text");
    }

    private static FolderFixture withHours(FolderFixture folder, String zone) {
        var field =
                """
                "type": "radio", "key": "call_slot", "id": "call_slot", "label": "文字", "properties": {"zoneOf": "%s"},
                "values": [{"label": "文字", "value": "h09"}]}, {
                """;
        var next = "\"type\": \"radio\",\n          \"key\": \"full_capacity\"";
        var asked = folder.replace("apply.form", next, field.formatted(zone) + next);
        return withText(withText(asked, "call_slot.label"), "call_slot.option.h09");
    }

    private static String property(String name, String value) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"%s\" value=\"%s\" /></camunda:properties></bpmn:extensionElements>"
                .formatted(name, value);
    }

    /** The folder with a text of this key in every language. */
    private static FolderFixture withText(FolderFixture folder, String key) {
        var marked = "#: %s\n%s=Text\n".formatted(WordFile.markOf("文字"), key);
        return folder.append("messages.properties", key + "=文字\n")
                .append("messages_zh_HK.properties", marked)
                .append("messages_en.properties", marked);
    }

    private static String product(String branch, String eligible) {
        return "  - {kind: product, key: one, value: {branch: %s, licence: a, risk: R1, currency: CNY, minimum: 1, term: open, eligible: [%s], phone: a}, texts: {zh-Hans: a, zh-Hant: a, en: a}, from: 2026-01-01, until: 2026-12-31, entered_by: a, approved_by: b, source: DEMO}\n"
                .formatted(branch, eligible);
    }

    private static FolderFixture asksDepartment(FolderFixture folder, String... properties) {
        return folder.replace(
                BPMN, CONFIRM, CONFIRM.replace("district-approver", "department-reviewer") + properties(properties));
    }

    private static String properties(String... namesAndValues) {
        var properties = new StringBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            properties.append(
                    "<camunda:property name=\"%s\" value=\"%s\"/>".formatted(namesAndValues[i], namesAndValues[i + 1]));
        }
        return "<bpmn:extensionElements><camunda:properties>%s</camunda:properties></bpmn:extensionElements>"
                .formatted(properties);
    }

    private static String marked(String line) {
        return "#: %s\n%s\n".formatted(WordFile.markOf("备用"), line);
    }

    private static String listed(Set<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }
}
