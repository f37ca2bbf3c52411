package cn.qiaotong;

import static cn.qiaotong.Southbound.BRANCH;
import static cn.qiaotong.Southbound.DISTRICT;
import static cn.qiaotong.Southbound.SERVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.form.Typed;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.Identifiers;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import cn.qiaotong.web.NotFound;
import cn.qiaotong.worklist.Completion;
import cn.qiaotong.worklist.Desk;
import cn.qiaotong.worklist.WaitFilter;
import cn.qiaotong.worklist.Waits;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** Two pairs of eyes belong to two humans, neither of them in the request: at the list, at the claim and at the decision. */
@WholeDesk
class FourEyesTests {

    private static final Map<String, String> CONFIRM = Map.of("confirm_decision", "confirm");

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    Waits waits;

    @Autowired
    Desk desk;

    @Autowired
    Requests requests;

    @Autowired
    Identifiers identifiers;

    @Autowired
    MutableClock clock;

    Acts acts;
    String run;
    Person applicant;
    Request request;

    @BeforeEach
    void begin() {
        clock.set(WholeDesk.TestClock.MONDAY);
        acts = Acts.with(beans);
        run = UUID.randomUUID().toString();
        applicant = acts.applicant("applicant-" + run);
        request = acts.apply(SERVICE, applicant, Southbound.answers());
    }

    @Test
    void whoReviewedDoesNotConfirmInAnotherRole() {
        var both = acts.person("both-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER, Role.DISTRICT_APPROVER);
        acts.decide(request, "intake", both, Map.of("intake_decision", "refer"), Map.of());

        refusedEverywhere("confirm", both);
        admitted("confirm", acts.staff(Role.DISTRICT_APPROVER, DISTRICT));
    }

    @Test
    void whoReviewedDoesNotConfirmThroughAnotherAccount() {
        var reviewer = acts.person("first-account-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        var approver = acts.person("second-account-" + run, Optional.of(DISTRICT), Role.DISTRICT_APPROVER);
        acts.decide(request, "intake", reviewer, Map.of("intake_decision", "refer"), Map.of());
        admitted("confirm", approver);

        people.sameHuman(approver.account(), reviewer.human());

        refusedEverywhere("confirm", again(approver));
    }

    @Test
    void whoReviewedForTheBankDoesNotConfirmForIt() {
        var both = acts.person("bank-both-" + run, Optional.of(BRANCH), Role.BANK_REVIEWER, Role.BANK_APPROVER);
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", CONFIRM, Map.of());
        acts.decide(request, "bank-review", both, Map.of("bank_outcome", "account_paired"), Map.of());

        refusedEverywhere("bank-confirm", both);
        admitted("bank-confirm", acts.staff(Role.BANK_APPROVER, BRANCH));
    }

    @Test
    void nobodyDecidesTheirOwnRequest() {
        var promoted = acts.person("applicant-" + run, Optional.of(DISTRICT), Role.APPLICANT, Role.DISTRICT_REVIEWER);
        assertThat(promoted.account()).isEqualTo(applicant.account());
        refusedEverywhere("intake", promoted);

        var other = acts.person("office-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        admitted("intake", other);
        people.sameHuman(other.account(), applicant.human());

        refusedEverywhere("intake", again(other));
        assertThatThrownBy(() -> requests.asStaff(request.publicId(), again(other)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyDecidesARequestThatNamesThem() {
        var named = acts.person("named-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        admitted("intake", named);

        people.identifier(named.account(), identifiers.indexOf("440704 19800229 0016"));

        refusedEverywhere("intake", again(named));
    }

    @Test
    void aClaimIsWorthNothingOnceTheClaimantIsFoundInTheRequest() {
        var named = acts.person("claimant-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        waits.claim(request.publicId(), "intake", named);

        people.identifier(named.account(), identifiers.indexOf(Southbound.ID_CARD));

        refusedEverywhere("intake", again(named));
    }

    @Test
    void aClaimIsWorthNothingWithoutTheRole() {
        var reviewer = acts.person("demoted-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        waits.claim(request.publicId(), "intake", reviewer);

        refusedEverywhere("intake", acts.person("demoted-" + run, Optional.of(DISTRICT), Role.DISTRICT_APPROVER));
        refusedEverywhere("intake", acts.person("demoted-" + run, Optional.of(DISTRICT)));
    }

    @Test
    void aClaimIsWorthNothingOutsideTheOrganisation() {
        var reviewer = acts.person("moved-" + run, Optional.of(DISTRICT), Role.DISTRICT_REVIEWER);
        waits.claim(request.publicId(), "intake", reviewer);

        refusedEverywhere("intake", acts.person("moved-" + run, Optional.empty(), Role.DISTRICT_REVIEWER));
        refusedEverywhere("intake", acts.person("moved-" + run, Optional.of(BRANCH), Role.DISTRICT_REVIEWER));
        refusedEverywhere("intake", acts.person("moved-" + run, Optional.of(BRANCH), Role.BANK_REVIEWER));
    }

    @Test
    void anotherBranchSeesNothingOfAReferredRequest() {
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", CONFIRM, Map.of());
        var elsewhere =
                acts.person("elsewhere-" + run, Optional.of(new Organisation("boc-jianghai")), Role.BANK_REVIEWER);

        refusedEverywhere("bank-review", elsewhere);
        assertThatThrownBy(() -> requests.asStaff(request.publicId(), elsewhere))
                .isInstanceOf(NotFound.class);
        admitted("bank-review", acts.staff(Role.BANK_REVIEWER, BRANCH));
    }

    private Person again(Person person) {
        return people.byAccount(person.account());
    }

    private void admitted(String element, Person person) {
        assertThat(waits.get(request.publicId(), element, person).element()).isEqualTo(element);
    }

    private void refusedEverywhere(String element, Person person) {
        assertThat(waits.of(person, WaitFilter.none(), Optional.empty(), 10_000).waits())
                .noneMatch(wait -> wait.request().equals(request.id()));
        assertThatThrownBy(() -> waits.get(request.publicId(), element, person)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> waits.claim(request.publicId(), element, person))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> decide(element, person)).isInstanceOf(NotFound.class);
    }

    private Completion decide(String element, Person person) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("intake_decision", "refer");
        CONFIRM.forEach(typed::add);
        return desk.decide(request.publicId(), element, person, Typed.of(typed), Map.of(), Optional.empty());
    }
}
