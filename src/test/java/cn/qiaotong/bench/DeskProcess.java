package cn.qiaotong.bench;

import cn.qiaotong.Acts;
import cn.qiaotong.Application;
import cn.qiaotong.Southbound;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;

/**
 * The application as it is, in a process of its own; on order it fills in drafts, as many
 * as it is asked for or as it can in three seconds, which is not measured.
 */
final class DeskProcess {

    private static final int FEWEST = 2;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private DeskProcess() {}

    public static void main(String[] args) {
        var acts = Acts.with(SpringApplication.run(Application.class, args));
        Orders.follow(order -> {
            var words = order.split(" ");
            var applicant = acts.applicant(words[0]);
            var until = System.nanoTime() + LONGEST.toNanos();
            return IntStream.range(0, Integer.parseInt(words[1]))
                    .parallel()
                    .filter(draft -> draft < FEWEST || System.nanoTime() < until)
                    .mapToObj(draft -> acts.draft(Southbound.SERVICE, applicant, Southbound.answers()))
                    .collect(Collectors.joining(" "));
        });
    }
}
