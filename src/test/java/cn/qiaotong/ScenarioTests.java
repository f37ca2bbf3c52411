package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.ServiceExamples.Act;
import cn.qiaotong.audit.AuditTrail;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Check;
import cn.qiaotong.web.Conflict;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Plays every example of every service folder through the application and the real engine. Together a folder's examples
 * visit every element of its model and meet and miss every condition that the desk judges; one that is missing is named. The
 * loops that folders share have tests of their own.
 */
@WholeDesk
class ScenarioTests {

    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final BeanFactory beans;
    private final PublicServices services;
    private final CaseFiles files;
    private final MutableClock clock;
    private final VisitedElements visits;
    private final AuditTrail audit;
    private long lastRecorded;

    @Autowired
    ScenarioTests(
            BeanFactory beans,
            PublicServices services,
            CaseFiles files,
            MutableClock clock,
            VisitedElements visits,
            AuditTrail audit) {
        this.beans = beans;
        this.services = services;
        this.files = files;
        this.clock = clock;
        this.visits = visits;
        this.audit = audit;
    }

    @AfterEach
    void releaseTheEnginesClock() {
        clock.set(WholeDesk.TestClock.MONDAY);
        beans.getBean(cn.qiaotong.process.EngineClock.class).release();
    }

    private List<JsonNode> recorded() {
        var entries = audit.entries("district", lastRecorded, Integer.MAX_VALUE);
        lastRecorded = entries.isEmpty()
                ? lastRecorded
                : entries.get(entries.size() - 1).seq();
        return entries.stream().map(entry -> read(entry.facts())).toList();
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicNode> everyExampleGoesAsItSays() {
        assertThat(ServiceExamples.all()).isNotEmpty();
        return ServiceExamples.all().stream().map(this::folder);
    }

    private DynamicNode folder(ServiceExamples folder) {
        visits.watch();
        var coverage = new Coverage();
        var scenarios = folder.scenarios().entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> new Run(folder, coverage)
                        .play(scenario.getKey(), scenario.getValue())));
        var complete = DynamicTest.dynamicTest(
                "the examples visit every element and meet and miss every condition", () -> complete(folder, coverage));
        return DynamicContainer.dynamicContainer(folder.service(), Stream.concat(scenarios, Stream.of(complete)));
    }

    private void complete(ServiceExamples folder, Coverage coverage) {
        var service = services.find(folder.service()).orElseThrow();
        assertThat(coverage.missed(service))
                .as("%s: not shown by any example", file(folder))
                .isEmpty();
    }

    private static String file(ServiceExamples folder) {
        return "bpmn/%s/scenarios.yaml".formatted(folder.service());
    }

    /** What the examples of a folder have shown so far. */
    private final class Coverage {

        private final TreeSet<String> seen = new TreeSet<>();

        List<String> missed(PublicService service) {
            var elements = service.current().model().drawing(service.key()).stream()
                    .flatMap(drawing -> drawing.nodes().stream().map(node -> node.id()))
                    .filter(id -> !visits.contains(id));
            var explained = service.current().decisions().values().stream()
                    .filter(decision -> !decision.outputs().contains("fit"))
                    .collect(Collectors.partitioningBy(
                            decision -> decision.outputs().contains("met")));
            var rules = explained.get(false).stream()
                    .flatMap(decision -> decision.rules().stream().map(rule -> decision.id() + " " + rule))
                    .filter(rule -> !seen.contains(rule));
            var conditions = explained.get(true).stream()
                    .flatMap(decision -> decision.rules().stream())
                    .filter(rule -> seen.stream().noneMatch(shown -> shown.startsWith(rule + " UNKNOWN of ")))
                    .flatMap(rule -> Stream.of(rule + " YES", rule + " NO"))
                    .filter(shown -> !seen.contains(shown));
            return Stream.of(elements, rules, conditions)
                    .flatMap(missed -> missed)
                    .sorted()
                    .toList();
        }

        /** The rules of a decision by which something was worked out, as the record names them. */
        void saw(String service, JsonNode facts) {
            for (var rule : facts.path("rules").asText().split("\\+")) {
                seen.add("%s-%s %s".formatted(service, facts.path("decision").asText(), rule));
            }
        }

        void saw(Check check) {
            seen.add(check.condition() + " " + check.met()
                    + (check.decidedBy().equals("desk") ? "" : " of " + check.decidedBy()));
        }
    }

    /** One example as it is played and looked at. */
    private final class Run {

        private final Coverage coverage;
        private final Acts acts = Acts.with(beans);
        private final Person applicant = acts.applicant("applicant-of-examples");
        private final ScenarioRun scene;

        Run(ServiceExamples folder, Coverage coverage) {
            this.coverage = coverage;
            this.scene = new ScenarioRun(folder, acts, applicant, UnaryOperator.identity());
        }

        void play(String name, List<Act> scenario) {
            at(ServiceExamples.FIRST_DAY);
            assertThat(scenario.get(scenario.size() - 1).word())
                    .as("%s: %s: the last line", file(scene.folder()), name)
                    .isEqualTo("ends");
            scenario.forEach(act -> {
                try {
                    play(act);
                } catch (AssertionError e) {
                    throw new AssertionError(
                            "%s: %s: %s: %s".formatted(file(scene.folder()), name, act.word(), e.getMessage()), e);
                }
            });
        }

        private void play(Act act) {
            switch (act.word()) {
                case "day" -> at(LocalDate.parse(act.text()));
                case "checks" -> checks(act.answers());
                case "after" -> after(act.text());
                case "withdrawal is refused" -> refused();
                case "ends" ->
                    assertThat(acts.now(scene.request().orElseThrow()).outcome())
                            .contains(act.text());
                default -> scene.play(act);
            }
            scene.request()
                    .ifPresent(request ->
                            files.own(request.publicId(), applicant).checks().forEach(coverage::saw));
            recorded().forEach(facts -> coverage.saw(scene.folder().service(), facts));
        }

        private void checks(Map<String, String> expected) {
            var found = files.own(scene.request().orElseThrow().publicId(), applicant).checks().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Check::condition, check -> check.met().name().toLowerCase(Locale.ROOT)));
            assertThat(found).containsAllEntriesOf(expected);
        }

        private void after(String term) {
            var words = term.split(" ", 2);
            var today = LocalDate.ofInstant(clock.instant(), DESK);
            var days = Integer.parseInt(words[0]);
            at(
                    words[1].startsWith("working")
                            ? beans.getBean(cn.qiaotong.calendar.WorkingCalendars.class)
                                    .of("CN")
                                    .plus(today, days)
                            : today.plusDays(days));
            scene.request().ifPresent(acts::settle);
            scene.request().ifPresent(acts::fireDueTimers);
        }

        private void refused() {
            assertThatThrownBy(() -> acts.withdraw(scene.request().orElseThrow(), applicant))
                    .isInstanceOf(Conflict.class);
        }

        private void at(LocalDate day) {
            clock.set(day.atTime(LocalTime.of(9, 0)).atZone(DESK).toInstant());
        }
    }
}
