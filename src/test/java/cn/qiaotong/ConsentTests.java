package cn.qiaotong;

import static cn.qiaotong.Financing.BOC;
import static cn.qiaotong.Financing.ICBC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.consent.Consent;
import cn.qiaotong.document.Document;
import cn.qiaotong.document.Documents;
import cn.qiaotong.form.FieldError;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.party.Parties;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import cn.qiaotong.request.Requests;
import cn.qiaotong.request.Submission;
import cn.qiaotong.request.Submissions;
import cn.qiaotong.web.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/**
 * Consents are given one by one and taken back one by one, and what follows is what was said beforehand; everybody else whom a
 * request names has signed a paper of their own.
 */
@WholeDesk
class ConsentTests {

    @Autowired
    BeanFactory beans;

    @Autowired
    Requests requests;

    @Autowired
    CaseFiles files;

    Acts acts;
    Person applicant;

    @BeforeEach
    void someone() {
        acts = Acts.with(beans);
        applicant = acts.applicant("consents-" + UUID.randomUUID());
    }

    @Test
    void withoutTheOnlyReferralARequestEnds() {
        var request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());

        takeBack(request, Consent.REFERRAL, Optional.of(Southbound.BRANCH.key()));

        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
        assertThat(consents(request)).noneMatch(Consent::live);
    }

    @Test
    void oneOfSeveralBranchesLeavesAndTheOthersGoOn() {
        var request = acts.apply(Financing.SERVICE, applicant, Financing.answers(ICBC, BOC));
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());

        takeBack(request, Consent.REFERRAL, Optional.of(BOC.key()));

        assertThat(acts.now(request).state().open()).isTrue();
        assertThat(beans.getBean(Parties.class).branches(request.id()))
                .extracting(party -> party.organisation())
                .containsExactly(ICBC);
        assertThatThrownBy(() -> requests.asStaff(request.publicId(), acts.staff(Role.BANK_REVIEWER, BOC)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void afterTheEndTheBranchReadsNoMore() {
        var request = declined();
        var banker = acts.staff(Role.BANK_REVIEWER, Southbound.BRANCH);
        assertThat(requests.asStaff(request.publicId(), banker).id()).isEqualTo(request.id());

        takeBack(request, Consent.REFERRAL, Optional.of(Southbound.BRANCH.key()));

        assertThatThrownBy(() -> requests.asStaff(request.publicId(), banker)).isInstanceOf(NotFound.class);
        assertThat(acts.now(request).outcome()).contains("bank-declined");
    }

    @Test
    void nobodyElseTakesAConsentBack() {
        var request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());
        var other = acts.applicant("somebody-else");
        var mine = consents(request).get(0).id();

        assertThatThrownBy(() -> requests.withdrawConsent(request.publicId(), mine, other))
                .isInstanceOf(NotFound.class);
        var theirs = acts.apply(Southbound.SERVICE, other, Southbound.answers());
        assertThatThrownBy(() -> requests.withdrawConsent(theirs.publicId(), mine, other))
                .isInstanceOf(NotFound.class);
        assertThat(consents(request)).allMatch(Consent::live);
    }

    @Test
    void everyOtherPersonHasAConsentWithAPaperOfTheirOwn() {
        var request = acts.apply("home-mortgage", applicant, coOwned());

        var others = consents(request).stream()
                .filter(consent -> consent.purpose().equals(Consent.THIRD_PERSON))
                .toList();
        var papers =
                beans.getBean(Documents.class).of(Drafts.ownerOf(request.id().value()));
        assertThat(others).singleElement().satisfies(consent -> {
            assertThat(consent.subject()).contains("co_owners.0");
            assertThat(papers)
                    .extracting(Document::id)
                    .contains(consent.evidence().orElseThrow());
            assertThat(consent.language()).isEqualTo("zh-Hans");
        });
    }

    @Test
    void aPersonWithoutAPaperKeepsARequestFromBeingFiled() {
        var answers = new HashMap<>(coOwned());
        answers.put("co_owners.1.co_owner_name", "李小华");
        answers.put("co_owners.1.co_owner_relation", "other");
        var draft = acts.draft("home-mortgage", applicant, answers);

        var filed = beans.getBean(Submissions.class).submit(draft, applicant, Set.of(), Locale.SIMPLIFIED_CHINESE);

        assertThat(filed)
                .isInstanceOfSatisfying(Submission.Incomplete.class, incomplete -> assertThat(incomplete.errors())
                        .extracting(FieldError::code)
                        .contains("files.evidence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "zh-HK", "en"})
    void whatIsMissingIsSaidInEveryLanguage(String language) {
        var said = beans.getBean(MessageSource.class)
                .getMessage("form.error.files.evidence", new Object[] {"Consents", 2}, Locale.forLanguageTag(language));

        assertThat(said).contains("Consents", "2");
    }

    private Map<String, String> coOwned() {
        var folder = ServiceExamples.of("home-mortgage");
        return folder.answers("owner with a spouse and a bank in Macao");
    }

    private Request declined() {
        var request = acts.apply(Southbound.SERVICE, applicant, Southbound.answers());
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
        acts.decide(
                request, "bank-review", Map.of("bank_outcome", "bank_declined", "decline_reason", "papers"), Map.of());
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());
        return request;
    }

    private void takeBack(Request request, String purpose, Optional<String> recipient) {
        var consent = consents(request).stream()
                .filter(each -> each.purpose().equals(purpose)
                        && each.recipient().map(branch -> branch.key()).equals(recipient))
                .findFirst()
                .orElseThrow();
        requests.withdrawConsent(request.publicId(), consent.id(), applicant);
        acts.settle(request);
    }

    private List<Consent> consents(Request request) {
        return files.own(request.publicId(), applicant).consents();
    }
}
