package cn.qiaotong.process;

import static cn.qiaotong.process.Models.review;
import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Database;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight people press the same button at the same moment, two hundred times. */
class RaceTests {

    private static final int TASKS = 200;
    private static final int PEOPLE = 8;

    @ParameterizedTest
    @EnumSource
    void hasOneWinnerAndOnlyLostRaces(Database database) throws Exception {
        var bench = Bench.on(database);
        var deployment = bench.processes.deploy("race", Map.of("race.bpmn", review("race")));
        var people = Executors.newFixedThreadPool(PEOPLE);

        for (var i = 0; i < TASKS; i++) {
            var request = bench.start(deployment, "race", Map.of());
            var task = bench.task(request, "review");
            assertThat(race(people, () -> bench.tasks.complete(task, Map.of()))).isEqualTo(1);
            assertThat(bench.outcomes(request)).containsOnly("race done");
        }

        people.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void hasOneWinnerBetweenCompletionAndWithdrawal(Database database) throws Exception {
        var bench = Bench.on(database);
        var deployment = bench.processes.deploy("race", Map.of("race.bpmn", review("race")));
        var people = Executors.newFixedThreadPool(2);

        for (var i = 0; i < TASKS / 4; i++) {
            var request = bench.start(deployment, "race", Map.of());
            var task = bench.task(request, "review");
            var barrier = new CyclicBarrier(2);
            var completed = people.submit(attempt(barrier, () -> bench.tasks.complete(task, Map.of())));
            var withdrawn = people.submit(attempt(barrier, () -> {
                if (!bench.processes.withdraw(request)) {
                    throw new LostRace("The withdrawal", null);
                }
            }));
            assertThat(wins(completed) + wins(withdrawn)).isEqualTo(1);
        }

        people.shutdown();
    }

    private static int race(ExecutorService people, Runnable act) throws Exception {
        var barrier = new CyclicBarrier(PEOPLE);
        var attempts = new ArrayList<Future<Boolean>>();
        for (var i = 0; i < PEOPLE; i++) {
            attempts.add(people.submit(attempt(barrier, act)));
        }
        var winners = 0;
        for (var attempt : attempts) {
            winners += wins(attempt);
        }
        return winners;
    }

    private static int wins(Future<Boolean> attempt) throws Exception {
        return attempt.get() ? 1 : 0;
    }

    private static Callable<Boolean> attempt(CyclicBarrier barrier, Runnable act) {
        return () -> {
            barrier.await();
            try {
                act.run();
                return true;
            } catch (LostRace lost) {
                return false;
            }
        };
    }
}
