package cn.qiaotong.budget;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.web.NotFound;
import java.util.Set;

/** Who reads the ledger: those who pay, and the district's own people except its auditor, who reads the record of acts. */
final class LedgerReaders {

    private static final Set<Role> DISTRICT =
            Set.of(Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER, Role.SUPERVISOR, Role.LEADER, Role.ADMINISTRATOR);
    private static final String PAYER = "payer";

    private LedgerReaders() {}

    static boolean include(Person person) {
        var district = person.organisation().filter(Organisation::isDistrict).isPresent();
        return person.roles().stream()
                .anyMatch(role -> role.key().equals(PAYER) || district && DISTRICT.contains(role));
    }

    static void admit(Person person) {
        if (!include(person)) {
            throw new NotFound();
        }
    }
}
