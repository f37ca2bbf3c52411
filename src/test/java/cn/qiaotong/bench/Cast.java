package cn.qiaotong.bench;

import cn.qiaotong.Southbound;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Role;
import cn.qiaotong.signin.FakeKeycloak;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The five people of one worker's journeys, all signed in, and the applicant's drafts that wait to be submitted. */
record Cast(String applicant, List<SignedInVisitor> people, ConcurrentLinkedQueue<String> drafts) {

    static Cast signedIn(int number, String site, FakeKeycloak keycloak) {
        var name = "bench-" + number;
        return new Cast(
                name,
                List.of(
                        visitor(name, site, keycloak, Role.APPLICANT, Optional.empty()),
                        visitor(name, site, keycloak, Role.DISTRICT_REVIEWER, Optional.of(Southbound.DISTRICT)),
                        visitor(name, site, keycloak, Role.DISTRICT_APPROVER, Optional.of(Southbound.DISTRICT)),
                        visitor(name, site, keycloak, Role.BANK_REVIEWER, Optional.of(Southbound.BRANCH)),
                        visitor(name, site, keycloak, Role.BANK_APPROVER, Optional.of(Southbound.BRANCH))),
                new ConcurrentLinkedQueue<>());
    }

    /** Has drafts filled in, which is not measured. */
    Cast filledIn(Measuree desk, int drafts) {
        this.drafts.addAll(List.of(desk.order(applicant + " " + drafts).split(" ")));
        return this;
    }

    private static SignedInVisitor visitor(
            String name, String site, FakeKeycloak keycloak, Role role, Optional<Organisation> organisation) {
        var subject = role == Role.APPLICANT ? "subject-" + name : "subject-%s-%s".formatted(name, role.key());
        return SignedInVisitor.signedIn(
                site, keycloak, subject, role, organisation.map(each -> "/organisations/" + each.key()));
    }
}
