package cn.qiaotong.worklist;

import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Form;
import cn.qiaotong.identity.Person;
import cn.qiaotong.process.LostRace;
import cn.qiaotong.process.Tasks;
import cn.qiaotong.request.TaskDecision;
import cn.qiaotong.request.TaskDecisions;
import cn.qiaotong.web.Conflict;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The end of a wait by somebody's act: the decision kept, the engine's step closed, the act recorded, in this order. */
@Component
class Closing {

    private final Waits waits;
    private final WaitRows rows;
    private final TaskDecisions decisions;
    private final Tasks tasks;
    private final Clock clock;

    Closing(Waits waits, WaitRows rows, TaskDecisions decisions, Tasks tasks, Clock clock) {
        this.waits = waits;
        this.rows = rows;
        this.decisions = decisions;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Closes a wait with what its form asked for; only what the form marks so goes to the engine and into the record. */
    void decided(String code, Wait wait, Person person, Form form, Answers answers) {
        decisions.add(
                wait.request(),
                new TaskDecision(
                        wait.element(), wait.role(), wait.organisation(), person.account(), clock.instant(), answers));
        complete(wait, person, form.facts(answers));
        waits.record(code, wait, person, codes(form, answers));
    }

    void complete(Wait wait, Person person, Map<String, ?> facts) {
        rows.closing(wait.id(), person);
        var task = rows.task(wait.id());
        try {
            tasks.complete(task, facts);
        } catch (LostRace faster) {
            throw new Conflict("worklist.ended");
        }
    }

    private static Map<String, String> codes(Form form, Answers answers) {
        var codes = new HashMap<String, String>();
        form.facts(answers).forEach((key, value) -> codes.put(key, String.valueOf(value)));
        return codes;
    }
}
