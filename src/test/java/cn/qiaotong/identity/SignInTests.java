package cn.qiaotong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTests {

    @ParameterizedTest
    @CsvSource({
        "applicant, '', applicant",
        "applicant, /organisations/district, applicant",
        "district-reviewer, /organisations/district, district-reviewer",
        "district-reviewer, '', ''",
        "district-reviewer, /organisations/icbc-jianghai, ''",
        "district-approver, /organisations/icbc-jianghai, ''",
        "bank-reviewer, /organisations/icbc-jianghai, bank-reviewer",
        "bank-reviewer, /organisations/district, ''",
        "bank-approver, '', ''",
        "department-reviewer, /organisations/science-technology, department-reviewer",
        "department-reviewer, /organisations/district, ''",
        "payer, /organisations/finance-bureau, payer",
        "payer, '', ''",
        "supervisor, /organisations/icbc-jianghai, supervisor",
        "supervisor, /organisations/district, supervisor",
        "supervisor, '', ''",
        "leader, /organisations/icbc-jianghai, ''",
        "administrator, '', ''",
        "administrator, /organisations/district, administrator",
        "auditor, /organisations/district, auditor",
        "administrator auditor applicant, /organisations/district, applicant",
        "bank-reviewer district-reviewer, /organisations/district, district-reviewer",
        "applicant bank-reviewer, /somewhere/else, applicant",
        "bank-reviewer, /organisations/icbc-jianghai/inner, ''",
        "bank-reviewer, /organisations/, ''",
        "bank-reviewer, organisations/icbc-jianghai, ''",
        "bank-reviewer, /x/organisations/icbc-jianghai, ''",
        "root DISTRICT-REVIEWER offline_access, /organisations/district, ''"
    })
    void keepsOnlyTheRolesThatFitTheOrganisation(String roles, String groups, String kept) {
        var facts = signIn(words(roles), words(groups));

        assertThat(facts.roles()).extracting(Role::key).containsExactlyInAnyOrderElementsOf(words(kept));
    }

    @Test
    void refusesSomebodyOfTwoOrganisations() {
        var groups = List.of("/organisations/district", "/organisations/icbc-jianghai");

        assertThatThrownBy(() -> signIn(List.of("applicant"), groups)).isInstanceOf(SignInRefused.class);
    }

    @Test
    void takesTheSameOrganisationNamedTwiceAsOne() {
        var groups = List.of("/organisations/district", "/organisations/district", "/leaders");

        assertThat(signIn(List.of("leader"), groups).roles()).isEqualTo(Set.of(Role.LEADER));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static SignIn signIn(List<String> roles, List<String> groups) {
        return SignIn.of("subject", "陈大文", Optional.empty(), roles, groups, Optional.empty());
    }
}
