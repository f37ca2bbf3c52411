package cn.qiaotong.life;

import cn.qiaotong.calendar.Term;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Role;
import cn.qiaotong.life.Scene.Turn;
import cn.qiaotong.process.Model;
import cn.qiaotong.worklist.Desk;
import java.util.Optional;
import java.util.Random;

/** How many working days steps wait: mostly as long as promised, and of those still open some are due today or too late. */
final class Ages {

    private static final int[] OF_OTHERS = {0, 0, 1, 1, 1, 1, 2, 2, 3, 5};
    private static final int LATE = 4;
    private static final int LATE_ONE_IN = 9;
    private static final double WORKING_SHARE = 5 / 7d;

    private final PublicServices services;
    private final OfficeDays days;
    private final Random chance;

    Ages(PublicServices services, OfficeDays days, Random chance) {
        this.services = services;
        this.days = days;
        this.chance = chance;
    }

    /** How long it was until somebody acted. */
    int untilActed(String service, Turn turn) {
        var term = promised(service, turn).map(Ages::workingDays);
        if (term.isEmpty()) {
            return Math.min(ofOthers(turn), ofTheirs(service, turn));
        }
        return chance.nextInt(LATE_ONE_IN) == 0 ? term.get() + 1 + chance.nextInt(2) : chance.nextInt(term.get() + 1);
    }

    /** How long a step has been open, counted from the last day; one that the process goes on without is not let run out. */
    int untilNow(String service, Turn turn) {
        var term = promised(service, turn).map(Ages::workingDays);
        if (term.isEmpty()) {
            return ofOthers(turn);
        }
        var age =
                switch (chance.nextInt(10)) {
                    case 0, 1, 2 -> 0;
                    case 3, 4, 5 -> chance.nextInt(term.get() + 1);
                    case 6, 7 -> term.get();
                    default -> term.get() + 1 + chance.nextInt(LATE);
                };
        return Math.max(0, age - days.daysSinceTheLast());
    }

    /** Whether it is the applicant who is waited for: the shared loop's answer, or a step of their own. */
    boolean areOfApplicant(String service, String element) {
        return element.equals(Desk.SUPPLEMENT)
                || node(service, element)
                        .flatMap(Model.Node::role)
                        .filter(Role.APPLICANT.key()::equals)
                        .isPresent();
    }

    private Optional<Model.Node> node(String service, String element) {
        return services.find(service).orElseThrow().current().model().drawings().stream()
                .flatMap(drawing -> drawing.node(element).stream())
                .findFirst();
    }

    /** What applicants have for a step of their own, which the process goes on without when it is over. */
    private int ofTheirs(String service, Turn turn) {
        return term(service, turn).map(Ages::workingDays).map(days -> days - 1).orElse(Integer.MAX_VALUE);
    }

    private int ofOthers(Turn turn) {
        return turn.isOfOneBranch() ? chance.nextInt(2) : OF_OTHERS[chance.nextInt(OF_OTHERS.length)];
    }

    private Optional<Term> promised(String service, Turn turn) {
        if (turn.isOfOneBranch() || areOfApplicant(service, turn.element())) {
            return Optional.empty();
        }
        return term(service, turn);
    }

    private Optional<Term> term(String service, Turn turn) {
        var policy = services.find(service).orElseThrow().policy(days.today());
        return node(service, turn.element())
                .flatMap(Model.Node::due)
                .flatMap(policy::row)
                .map(row -> Term.parse(String.valueOf(row.value())));
    }

    private static int workingDays(Term term) {
        return term.unit() == Term.Unit.WORKING_DAYS ? term.amount() : (int) (term.amount() * WORKING_SHARE);
    }
}
