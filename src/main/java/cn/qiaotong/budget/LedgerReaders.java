package cn.qiaotong.budget;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.policy.PolicyRow;
import cn.qiaotong.web.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who reads the ledger: the district's own people except its auditor, who reads the record of acts, and the payers of a
 * department that pays, as policy says. A payer's role at a branch or at a department that is only asked opens nothing.
 */
@Component
class LedgerReaders {

    private static final Set<Role> DISTRICT =
            Set.of(Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER, Role.SUPERVISOR, Role.LEADER, Role.ADMINISTRATOR);
    private static final ZoneId DESK = ZoneId.of("Asia/Shanghai");

    private final Policies policies;
    private final Clock clock;

    LedgerReaders(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    boolean include(Person person) {
        return person.organisation()
                .filter(organisation -> organisation.isDistrict()
                        ? person.roles().stream().anyMatch(DISTRICT::contains)
                        : person.has(Role.PAYER) && pays(organisation))
                .isPresent();
    }

    void admit(Person person) {
        if (!include(person)) {
            throw new NotFound();
        }
    }

    private boolean pays(Organisation organisation) {
        return policies.on(Policies.SHARED, LocalDate.ofInstant(clock.instant(), DESK)).list("organisation").stream()
                .filter(row -> row.key().equals(organisation.key()))
                .anyMatch(LedgerReaders::pays);
    }

    private static boolean pays(PolicyRow row) {
        return row.value() instanceof Map<?, ?> said
                && "department".equals(said.get("kind"))
                && Boolean.TRUE.equals(said.get("pays"));
    }
}
