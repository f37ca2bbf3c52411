package cn.qiaotong;

import cn.qiaotong.ServiceExamples.Act;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Request;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One example of a service folder as it is played, act by act, through the application's own paths. The tests play it as it
 * stands; whoever makes demo data lets the people in it answer something of their own.
 */
public final class ScenarioRun {

    private final ServiceExamples folder;
    private final Acts acts;
    private final Person applicant;
    private final UnaryOperator<Map<String, String>> spoken;
    private Optional<Request> request = Optional.empty();

    public ScenarioRun(ServiceExamples folder, Acts acts, Person applicant, UnaryOperator<Map<String, String>> spoken) {
        this.folder = folder;
        this.acts = acts;
        this.applicant = applicant;
        this.spoken = spoken;
    }

    public ServiceExamples folder() {
        return folder;
    }

    /** The request, once it is submitted. */
    public Optional<Request> request() {
        return request;
    }

    /** Plays an act that somebody does, and what happens around it meanwhile. */
    public void play(Act act) {
        var meanwhile = act.meanwhile();
        Optional.ofNullable(meanwhile.get("budget left"))
                .map(BigDecimal::new)
                .ifPresentOrElse(left -> acts.withBudget(folder.service(), left, () -> act(act)), () -> act(act));
        Optional.ofNullable(meanwhile.get("somebody objects"))
                .ifPresent(reason -> acts.object(request.orElseThrow(), reason));
    }

    private void act(Act act) {
        switch (act.word()) {
            case "apply" -> apply(folder.answers(act.about()));
            case "supplement" ->
                acts.supplement(request.orElseThrow(), applicant, spoken.apply(Made.filled(act.answers())));
            case "withdraw" -> acts.withdraw(request.orElseThrow(), applicant);
            default -> decide(act);
        }
    }

    private void decide(Act act) {
        var answers = spoken.apply(act.answers());
        act.branch()
                .ifPresentOrElse(
                        branch -> acts.decide(request.orElseThrow(), act.step(), new Organisation(branch), answers),
                        () -> acts.decide(request.orElseThrow(), act.step(), answers, ask(act)));
    }

    private void apply(Map<String, String> answers) {
        request = Optional.of(acts.apply(folder.service(), applicant, spoken.apply(Made.filled(answers))));
    }

    private static Map<String, String> ask(Act act) {
        return act.about() instanceof Map<?, ?> map && map.containsKey("ask")
                ? ServiceExamples.texts(map.get("ask"))
                : Map.of();
    }
}
