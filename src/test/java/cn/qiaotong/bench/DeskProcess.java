package cn.qiaotong.bench;

import cn.qiaotong.Acts;
import cn.qiaotong.Application;
import cn.qiaotong.Southbound;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;

/** The application as it is, in a process of its own; on order it fills in drafts, which is not measured. */
final class DeskProcess {

    private DeskProcess() {}

    public static void main(String[] args) {
        var acts = Acts.with(SpringApplication.run(Application.class, args));
        Orders.follow(order -> {
            var words = order.split(" ");
            var applicant = acts.applicant(words[0]);
            return IntStream.range(0, Integer.parseInt(words[1]))
                    .parallel()
                    .mapToObj(draft -> acts.draft(Southbound.SERVICE, applicant, Southbound.answers()))
                    .collect(Collectors.joining(" "));
        });
    }
}
