package cn.qiaotong.request;

import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Permission;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.party.Parties;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may see which request, as a predicate over the table {@code request r}. The same predicate filters lists and checks a
 * single request, here and in the worklist.
 */
public final class RequestPermission {

    private RequestPermission() {}

    /** A person's own requests. */
    public static Permission own(Person person) {
        return new Permission("r.applicant = :self", Map.of("self", person.account()));
    }

    /**
     * What the person's organisation deals with: the district sees every request, a branch only what was referred to it, a
     * department only what it was asked about.
     * Nobody sees through a staff role what they filed themselves or are named in.
     */
    public static Permission asStaff(Person person) {
        var values = new HashMap<String, Object>();
        values.put("human", person.human());
        var predicate = new StringBuilder("r.applicant_human <> :human");
        person.identifierIndex().ifPresent(index -> {
            values.put("identifier", index);
            predicate.append(" and not exists (select 1 from request_identifier i"
                    + " where i.request = r.id and i.blind_index = :identifier)");
        });
        var notTheirOwn = new Permission(predicate.toString(), values);
        return isOfDistrict(person) ? notTheirOwn : Parties.handedTo(person).and(notTheirOwn);
    }

    private static boolean isOfDistrict(Person person) {
        return person.has(Role.DISTRICT_REVIEWER) || person.has(Role.DISTRICT_APPROVER) || signsOff(person);
    }

    /** The district's supervisors sign off what two people decided; those of other organisations only see their load. */
    private static boolean signsOff(Person person) {
        return person.has(Role.SUPERVISOR)
                && person.organisation().filter(Organisation::isDistrict).isPresent();
    }
}
