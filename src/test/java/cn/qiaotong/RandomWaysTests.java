package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Form;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.Model.Node;
import cn.qiaotong.process.Processes;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.Supplements;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.Wait;
import cn.qiaotong.worklist.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever an applicant answers and whatever the desk and the banks decide, a request of every service comes, within a bounded
 * number of acts, to an outcome that its model declares, or it waits for somebody who is named. The answers are drawn; the
 * seed of a way is in its name.
 */
@WholeDesk
class RandomWaysTests {

    private static final int WAYS = 5;
    private static final int MOST_ACTS = 120;
    private static final int MOST_LEAPS = 9;
    private static final Duration LEAP = Duration.ofDays(20);

    @Autowired
    BeanFactory beans;

    @Autowired
    PublicServices services;

    @Autowired
    MutableClock clock;

    static Stream<Arguments> ways() {
        return ServiceExamples.all().stream().map(ServiceExamples::service).flatMap(service -> IntStream.range(0, WAYS)
                .mapToObj(seed -> Arguments.of(service, seed)));
    }

    @AfterEach
    void theClockIsBack() {
        clock.set(WholeDesk.TestClock.MONDAY);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("ways")
    void everyWayEndsOrWaitsForSomebody(String service, int seed) {
        var way = new Way(service, seed);

        way.go();

        var request = way.now();
        assertThat(way.trail).as("the way so far").hasSizeLessThanOrEqualTo(MOST_ACTS);
        assertThat(beans.getBean(Processes.class).incidents())
                .as("incidents after %s", way.trail)
                .noneMatch(incident -> incident.request().equals(request.id()));
        if (request.state().open()) {
            assertThat(way.open()).as("who is waited for after %s", way.trail).isNotEmpty();
            assertThat(way.open())
                    .allMatch(
                            wait -> wait.isForApplicant() || wait.organisation().isPresent());
        } else {
            assertThat(ends(service)).contains(request.outcome().orElseThrow());
        }
    }

    private List<String> ends(String service) {
        return services.find(service).orElseThrow().current().model().drawing(service).stream()
                .flatMap(drawing -> drawing.nodes().stream())
                .filter(node -> node.kind().equals("endEvent"))
                .map(Node::id)
                .toList();
    }

    /** One request on a way that chance chooses. */
    private final class Way {

        private final String service;
        private final Random random;
        private final Acts acts = Acts.with(beans);
        private final Person applicant = acts.applicant("applicant-by-chance");
        private final Drawn drawn;
        private final List<String> trail = new ArrayList<>();
        private Request request;
        private int leaps;

        Way(String service, int seed) {
            this.service = service;
            this.random = new Random(31L * service.hashCode() + seed);
            this.drawn = new Drawn(random, beans.getBean(CheckContexts.class));
        }

        void go() {
            var form = services.find(service).orElseThrow().current().apply();
            request = acts.apply(service, applicant, drawn.answers(form, Map.of()));
            while (now().state().open() && trail.size() < MOST_ACTS && leaps < MOST_LEAPS) {
                acts.settle(request);
                act();
            }
        }

        private void act() {
            var open = open();
            if (open.isEmpty() || random.nextInt(12) == 0) {
                leap();
            } else if (random.nextInt(25) == 0 && now().mayBeWithdrawn()) {
                trail.add("withdraw");
                acts.withdraw(request, applicant);
            } else {
                act(open.get(random.nextInt(open.size())));
            }
        }

        private void act(Wait wait) {
            var form = beans.getBean(cn.qiaotong.worklist.StepForms.class)
                    .find(now(), wait.element(), java.util.Locale.ROOT);
            if (form.isEmpty()) {
                trail.add("supplement");
                acts.supplement(request, applicant, drawn.answers(supplement(), before()));
                return;
            }
            var answers = drawn.answers(form.get(), Map.of());
            trail.add(wait.element() + answers);
            if (wait.isForApplicant()) {
                acts.send(request, wait.element(), applicant, answers);
            } else if (isOneOfSeveral(wait)) {
                acts.decide(request, wait.element(), wait.organisation().orElseThrow(), answers);
            } else {
                acts.decide(
                        request, wait.element(), answers, answers.containsValue(Desk.SUPPLEMENT) ? ask() : Map.of());
            }
        }

        /** Time passes, and what is drawn to happen then happens. */
        private void leap() {
            trail.add("later");
            leaps++;
            clock.set(clock.instant().plus(LEAP));
            acts.settle(request);
            acts.fireDueTimers(request);
        }

        private boolean isOneOfSeveral(Wait wait) {
            return open().stream()
                                    .filter(other -> other.element().equals(wait.element()))
                                    .count()
                            > 1
                    || services.find(service).orElseThrow().current().model().drawing(service).stream()
                            .flatMap(drawing -> drawing.node(wait.element()).stream())
                            .anyMatch(node -> node.parent().isPresent());
        }

        private Form supplement() {
            var supplements = beans.getBean(Supplements.class);
            return supplements.form(now(), supplements.open(now()).orElseThrow());
        }

        private Map<String, Object> before() {
            return beans.getBean(CaseFiles.class)
                    .own(request.publicId(), applicant)
                    .answers()
                    .values();
        }

        /** Something that was answered, to be asked for again. */
        private Map<String, String> ask() {
            var apply = services.find(service).orElseThrow().current().apply();
            var asked = before().keySet().stream()
                    .filter(key -> apply.field(key).isPresent() && !isReferral(key))
                    .sorted()
                    .toList();
            return Map.of(asked.get(random.nextInt(asked.size())), "请再说明");
        }

        private boolean isReferral(String key) {
            return services.find(service)
                    .orElseThrow()
                    .current()
                    .referralField()
                    .filter(key::equals)
                    .isPresent();
        }

        List<Wait> open() {
            return beans.getBean(Waits.class).of(now()).stream()
                    .filter(Wait::isOpen)
                    .toList();
        }

        Request now() {
            return beans.getBean(Requests.class).byId(request.id());
        }
    }
}
