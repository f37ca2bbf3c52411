package cn.qiaotong.process;

import static cn.qiaotong.process.Models.end;
import static cn.qiaotong.process.Models.flows;
import static cn.qiaotong.process.Models.process;
import static cn.qiaotong.process.Models.review;
import static cn.qiaotong.process.Models.start;
import static cn.qiaotong.process.Models.step;
import static cn.qiaotong.process.Models.task;
import static cn.qiaotong.process.Models.timer;
import static cn.qiaotong.process.Models.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ProcessesTests {

    @ParameterizedTest
    @EnumSource
    void carriesARequestFromStartToEnd(Database database) {
        var bench = Bench.on(database);

        var request = bench.start("simple", review("simple"));
        bench.complete(request, "review");

        var task = bench.task(request, "review");
        assertThat(bench.events(request))
                .containsExactly(
                        new StepReached(request, "simple", "apply", "startEvent"),
                        new StepReached(request, "simple", "review", "userTask"),
                        new TaskOpened(
                                request,
                                task,
                                "simple",
                                "review",
                                "district-reviewer",
                                Optional.of("review"),
                                Optional.empty()),
                        new TaskClosed(request, task, "review", true),
                        new StepReached(request, "simple", "done", "endEvent"),
                        new ProcessEnded(request, "simple", "done"));
    }

    @ParameterizedTest
    @EnumSource
    void writesNeitherRoleNorDeadlineNorHistory(Database database) {
        var bench = Bench.on(database);

        var request = bench.start("quiet", review("quiet"), Map.of("region", "HK"));

        assertThat(bench.count("act_ru_identitylink")).isZero();
        assertThat(bench.jdbc
                        .sql("select count(*) from act_ru_task where due_date_ is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(bench.count("act_hi_procinst")).isZero();
        assertThat(bench.count("act_hi_varinst")).isZero();
        bench.processes.cancel(request);
    }

    @ParameterizedTest
    @EnumSource
    void namesTheEndOfAnEventSubProcessAsOutcome(Database database) {
        var bench = Bench.on(database);
        var request = bench.start("given-up", review("given-up"));

        assertThat(bench.processes.withdraw(request)).isTrue();
        assertThat(bench.processes.withdraw(request)).isFalse();

        assertThat(bench.outcomes(request)).containsExactly("given-up withdrawn");
        assertThat(bench.events(request, TaskClosed.class))
                .containsExactly(new TaskClosed(request, bench.task(request, "review"), "review", false));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheLastEndAfterAnEmbeddedSubProcess(Database database) {
        var bench = Bench.on(database);
        var inside = "<bpmn:subProcess id=\"inside\">%s%s%s</bpmn:subProcess>"
                .formatted("<bpmn:startEvent id=\"in\"/>", end("out"), flows("in", "out"));

        var through = bench.start(
                "through", process("through", start() + inside + end("done") + flows("apply", "inside", "done")));
        var within = bench.start("within", process("within", start() + inside + flows("apply", "inside")));

        assertThat(bench.outcomes(through)).containsExactly("through done");
        assertThat(bench.outcomes(within)).containsExactly("within out");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheEndThatTerminatesEverything(Database database) {
        var bench = Bench.on(database);
        var model = process(
                "parallel",
                start() + "<bpmn:parallelGateway id=\"both\"/>" + task("a", "leader") + task("b", "leader")
                        + "<bpmn:endEvent id=\"stopped\"><bpmn:terminateEventDefinition/></bpmn:endEvent>" + end("left")
                        + flows("apply", "both", "a", "stopped") + flows("both", "b", "left"));

        var first = bench.start("parallel", model);
        bench.complete(first, "a");
        var second = bench.start("parallel", model);
        bench.complete(second, "b");

        assertThat(bench.outcomes(first)).containsExactly("parallel stopped");
        assertThat(bench.outcomes(second)).isEmpty();
        bench.complete(second, "a");
        assertThat(bench.outcomes(second)).containsExactly("parallel stopped");
    }

    @ParameterizedTest
    @EnumSource
    void givesACalledProcessItsCallersRequestAndItsOwnName(Database database) {
        var bench = Bench.on(database);
        var call =
                """
                <bpmn:callActivity id="ask" calledElement="opinion" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in source="region" target="place"/><camunda:out source="answer" target="opinion"/>
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                """;
        var caller = process(
                "caller",
                start() + call + "<bpmn:exclusiveGateway id=\"split\" default=\"split-to-no\"/>" + end("yes")
                        + end("no")
                        + flows("apply", "ask", "split", "no")
                        + "<bpmn:sequenceFlow id=\"agreed\" sourceRef=\"split\" targetRef=\"yes\">"
                        + "<bpmn:conditionExpression>${opinion == 'agree'}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        + withdrawal());
        var called = process(
                "opinion",
                start() + task("give", "district-reviewer") + end("given") + flows("apply", "give", "given"));
        var deployment = bench.processes.deploy("caller", Map.of("caller.bpmn", caller, "opinion.bpmn", called));

        var request = bench.start(deployment, "caller", Map.of("region", "HK", "secret", "s"));
        bench.complete(request, "give", Map.of("answer", "agree"));
        assertThat(bench.outcomes(request)).containsExactly("opinion given", "caller yes");

        var withdrawn = bench.start(deployment, "caller", Map.of("region", "HK"));
        assertThat(bench.processes.withdraw(withdrawn)).isTrue();
        assertThat(bench.outcomes(withdrawn)).containsExactly("caller withdrawn");
        assertThat(bench.events(withdrawn, TaskClosed.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void handsInputsToAWordAndKeepsItsFacts(Database database) {
        var bench = Bench.on(database);
        var given = new HashMap<String, String>();
        bench.say("refer", (request, inputs) -> {
            given.putAll(inputs);
            return Map.of("accepted", true);
        });
        var inputs =
                """
                <bpmn:extensionElements><camunda:inputOutput>
                  <camunda:inputParameter name="template">referred to a bank</camunda:inputParameter>
                  <camunda:inputParameter name="place">${region}</camunda:inputParameter>
                </camunda:inputOutput></bpmn:extensionElements>
                """;
        var request = bench.start(
                "words",
                process(
                        "words",
                        start() + step("hand-on", "refer", inputs)
                                + "<bpmn:exclusiveGateway id=\"split\" default=\"split-to-no\"/>" + end("yes")
                                + end("no")
                                + flows("apply", "hand-on", "split", "no")
                                + "<bpmn:sequenceFlow id=\"ok\" sourceRef=\"split\" targetRef=\"yes\">"
                                + "<bpmn:conditionExpression>${accepted}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                Map.of("region", "HK"));

        assertThat(bench.jobs.elements(request)).containsExactly("hand-on");
        bench.jobs.run(request, "hand-on");

        assertThat(given).containsOnly(Map.entry("template", "referred to a bank"), Map.entry("place", "HK"));
        assertThat(bench.outcomes(request)).containsExactly("words yes");
        assertThat(bench.locks()).contains(request);
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatFollowsARejection(Database database) {
        var bench = Bench.on(database);
        bench.say("refer", (request, inputs) -> {
            throw new StepRejected("closed");
        });
        var request = bench.start(
                "rejected",
                process(
                        "rejected",
                        start() + step("hand-on", "refer") + end("done") + flows("apply", "hand-on", "done")
                                + "<bpmn:boundaryEvent id=\"no\" attachedToRef=\"hand-on\">"
                                + "<bpmn:errorEventDefinition errorRef=\"error-closed\"/></bpmn:boundaryEvent>"
                                + end("window-closed") + flows("no", "window-closed")));

        bench.jobs.runAll(request);

        assertThat(bench.outcomes(request)).containsExactly("rejected window-closed");
    }

    @ParameterizedTest
    @EnumSource
    void turnsALastingFailureIntoAnIncidentWithoutItsWords(Database database) {
        var bench = Bench.on(database);
        bench.say("refer", (request, inputs) -> {
            throw new IllegalStateException("陈大文 440000199001011234");
        });
        var request = bench.start(
                "failing",
                process(
                        "failing",
                        start() + step("hand-on", "refer") + end("done") + flows("apply", "hand-on", "done")));

        for (var i = 0; i < 4 && incident(bench, request).isEmpty(); i++) {
            assertThatThrownBy(() -> bench.jobs.run(request, "hand-on")).isInstanceOf(IllegalStateException.class);
        }

        var incident = incident(bench, request).orElseThrow();
        assertThat(incident.code()).isEqualTo("IllegalStateException");
        assertThat(incident.processKey()).isEqualTo("failing");
        assertThat(incident.element()).isEqualTo("hand-on");
        assertThat(bench.jdbc
                        .sql("select bytes_ from act_ge_bytearray where name_ = 'job.exceptionByteArray'")
                        .query(byte[].class)
                        .list())
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, java.nio.charset.StandardCharsets.UTF_8).contains("4400001990"));

        bench.say("refer", (any, inputs) -> Map.of());
        bench.processes.retry(incident.id());
        bench.jobs.run(request, "hand-on");
        assertThat(bench.outcomes(request)).containsExactly("failing done");
        assertThat(incident(bench, request)).isEmpty();
        assertThatThrownBy(() -> bench.processes.retry(incident.id())).isInstanceOf(LostRace.class);
    }

    private static Optional<Incident> incident(Bench bench, RequestId request) {
        return bench.processes.incidents().stream()
                .filter(incident -> incident.request().equals(request))
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource
    void letsAnUncaughtRejectionFail(Database database) {
        var bench = Bench.on(database);
        bench.say("refer", (request, inputs) -> {
            throw new StepRejected("unforeseen");
        });
        var request = bench.start(
                "uncaught",
                process(
                        "uncaught",
                        start() + step("hand-on", "refer") + end("done") + flows("apply", "hand-on", "done")));

        assertThatThrownBy(() -> bench.jobs.run(request, "hand-on")).hasMessageContaining("unforeseen");

        assertThat(bench.outcomes(request)).isEmpty();
        bench.processes.cancel(request);
    }

    @ParameterizedTest
    @EnumSource
    void waitsForADeadlineThatCanMove(Database database) {
        var bench = Bench.on(database);
        var request = bench.start(
                "deadline",
                process(
                        "deadline",
                        start() + task("supplement", "applicant") + end("done") + flows("apply", "supplement", "done")
                                + "<bpmn:boundaryEvent id=\"late\" attachedToRef=\"supplement\">" + timer("supplement")
                                + "</bpmn:boundaryEvent>" + end("expired") + flows("late", "expired")));
        var later = Bench.DUE.plus(Duration.ofDays(3));

        assertThat(bench.jobs.jobs(request).get(0).getDuedate()).isEqualTo(Bench.DUE);
        assertThat(bench.processes.moveTimer(request, "late", later)).isTrue();
        assertThat(bench.jobs.jobs(request).get(0).getDuedate()).isEqualTo(later);
        bench.jobs.run(request, "late");

        assertThat(bench.outcomes(request)).containsExactly("deadline expired");
        assertThat(bench.processes.moveTimer(request, "late", later)).isFalse();
        assertThat(bench.locks()).contains(request);
    }

    @ParameterizedTest
    @EnumSource
    void deliversAMessageWithFacts(Database database) {
        var bench = Bench.on(database);
        var request = bench.start(
                "message",
                process(
                        "message",
                        start() + "<bpmn:intermediateCatchEvent id=\"wait\">"
                                + "<bpmn:messageEventDefinition messageRef=\"message-answer\"/></bpmn:intermediateCatchEvent>"
                                + end("done") + flows("apply", "wait", "done")));

        assertThat(bench.processes.withdraw(request)).isFalse();
        assertThat(bench.processes.message(request, "answer", Map.of("agreed", true)))
                .isTrue();
        assertThat(bench.processes.message(request, "answer", Map.of())).isFalse();

        assertThat(bench.outcomes(request)).containsExactly("message done");
    }

    @ParameterizedTest
    @EnumSource
    void deploysAFolderAsAWhole(Database database) {
        var bench = Bench.on(database);
        var form = "{\"id\":\"a\",\"type\":\"default\",\"components\":[]}".getBytes();
        var other = "{\"id\":\"b\",\"type\":\"default\",\"components\":[]}".getBytes();
        var both = Map.of("whole.bpmn", review("whole"), "review.form", form);

        var first = bench.processes.deploy("whole", both);
        var same = bench.processes.deploy("whole", both);
        var changed = bench.processes.deploy("whole", Map.of("whole.bpmn", review("whole"), "review.form", other));
        var fewer = bench.processes.deploy("whole", Map.of("whole.bpmn", review("whole")));
        var again = bench.processes.deploy("whole", Map.of("whole.bpmn", review("whole")));
        var back = bench.processes.deploy("whole", both);

        assertThat(same).isEqualTo(first);
        assertThat(List.of(first.id(), changed.id(), fewer.id(), back.id())).doesNotHaveDuplicates();
        assertThat(again).isEqualTo(fewer);
        assertThat(bench.processes.resources(changed.id())).containsExactly("review.form", "whole.bpmn");
        assertThat(bench.processes.resources(fewer.id())).containsExactly("whole.bpmn");
        assertThat(bench.processes.resource(first.id(), "review.form")).isEqualTo(form);
        assertThat(bench.processes.resource(changed.id(), "review.form")).isEqualTo(other);
    }

    @ParameterizedTest
    @EnumSource
    void keepsARequestOnTheModelItBeganWith(Database database) {
        var bench = Bench.on(database);
        var old = bench.processes.deploy("kept", Map.of("kept.bpmn", review("kept")));
        var request = bench.start(old, "kept", Map.of());
        bench.processes.deploy(
                "kept", Map.of("kept.bpmn", process("kept", start() + end("gone") + flows("apply", "gone"))));

        bench.complete(request, "review");
        var late = bench.start(old, "kept", Map.of());

        assertThat(bench.outcomes(request)).containsExactly("kept done");
        assertThat(bench.events(late, TaskOpened.class)).hasSize(1);
        bench.processes.cancel(late);
    }

    @ParameterizedTest
    @EnumSource
    void cancelsWithoutAnOutcome(Database database) {
        var bench = Bench.on(database);
        var request = bench.start("cancelled", review("cancelled"));

        bench.processes.cancel(request);

        assertThat(bench.outcomes(request)).isEmpty();
        assertThat(bench.events(request, TaskClosed.class))
                .extracting(TaskClosed::completed)
                .containsExactly(false);
        assertThatThrownBy(() -> bench.complete(request, "review")).isInstanceOf(LostRace.class);
    }

    @ParameterizedTest
    @EnumSource
    void joinsTheCallersTransaction(Database database) {
        var bench = Bench.on(database);
        var deployment = bench.processes.deploy("undone", Map.of("undone.bpmn", review("undone")));
        var request = new RequestId(UUID.randomUUID());

        new TransactionTemplate(bench.bean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
            bench.processes.start(deployment.id(), "undone", request, Map.of());
            transaction.setRollbackOnly();
        });

        assertThatThrownBy(() -> bench.complete(request, "review"))
                .isInstanceOf(LostRace.class)
                .hasMessage("The task was decided by someone else");
    }

    @ParameterizedTest
    @EnumSource
    void refusesTheWordsOfPeopleBeforeTheEngineSeesThem(Database database) {
        var bench = Bench.on(database);
        var request = bench.start("facts", review("facts"));

        assertThatThrownBy(() -> bench.complete(request, "review", Map.of("note", "陈大文")))
                .isInstanceOf(FactRefused.class);

        bench.complete(request, "review");
    }
}
