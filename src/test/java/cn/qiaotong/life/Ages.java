package cn.qiaotong.life;

import cn.qiaotong.calendar.Term;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.identity.Role;
import cn.qiaotong.process.Model;
import cn.qiaotong.worklist.Desk;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/** How many working days an open step has waited, so that of many some are fresh, some are due today and some too late. */
final class Ages {

    private static final int OF_OTHERS = 6;
    private static final int LATE = 4;
    private static final double WORKING_SHARE = 5 / 7d;

    private final PublicServices services;
    private final LocalDate today;
    private final Random chance;

    Ages(PublicServices services, LocalDate today, Random chance) {
        this.services = services;
        this.today = today;
        this.chance = chance;
    }

    /** A step without a promised time of its own, such as an applicant's, is not let run out. */
    int of(String service, String element) {
        var term = promised(service, element).map(Ages::workingDays);
        if (term.isEmpty()) {
            return chance.nextInt(OF_OTHERS);
        }
        return switch (chance.nextInt(10)) {
            case 0, 1 -> 0;
            case 2, 3, 4, 5 -> chance.nextInt(term.get() + 1);
            case 6, 7 -> term.get();
            default -> term.get() + 1 + chance.nextInt(LATE);
        };
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

    private Optional<Term> promised(String service, String element) {
        if (areOfApplicant(service, element)) {
            return Optional.empty();
        }
        var policy = services.find(service).orElseThrow().policy(today);
        return node(service, element)
                .flatMap(Model.Node::due)
                .flatMap(policy::row)
                .map(row -> Term.parse(String.valueOf(row.value())));
    }

    private static int workingDays(Term term) {
        return term.unit() == Term.Unit.WORKING_DAYS
                ? term.amount()
                : (int) (term.amount() * WORKING_SHARE);
    }
}
