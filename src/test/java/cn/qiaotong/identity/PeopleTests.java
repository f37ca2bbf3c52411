package cn.qiaotong.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.Database;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeopleTests {

    @ParameterizedTest
    @EnumSource(Database.class)
    void keepsTheSamePersonAcrossSignIns(Database database) {
        var at = new IdentityFixture(database.migrated());
        var first = at.signedIn("s", Role.DISTRICT_REVIEWER);
        var second = at.signedIn("s", Role.LEADER);

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.roles()).containsExactly(Role.LEADER);
        assertThat(second.name()).isEqualTo("欧阳𨋢");
        assertThat(second.email()).contains("ouyang@example.com");
        assertThat(second.language()).contains(Locale.ENGLISH);
        assertThat(at.people.bySubject("s")).contains(second);
        assertThat(at.events)
                .containsExactly(
                        new SignedIn(first.account(), at.clock.instant()),
                        new SignedIn(first.account(), at.clock.instant()));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void writesNamesAndAddressesSealed(Database database) {
        var at = new IdentityFixture(database.migrated());
        at.signedIn("s", Role.APPLICANT);

        var row = at.jdbc
                .sql("select sealed_name, sealed_email from identity_account")
                .query((r, n) -> new String(r.getBytes(1), UTF_8) + new String(r.getBytes(2), UTF_8))
                .single();
        assertThat(row).doesNotContain("欧阳").doesNotContain("example");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aDisabledAccountIsNobodyAndCannotSignInAgain(Database database) {
        var at = new IdentityFixture(database.migrated());
        var person = at.signedIn("s", Role.APPLICANT);

        at.people.disable(person.account());

        assertThat(at.people.bySubject("s")).isEmpty();
        assertThatThrownBy(() -> at.signedIn("s", Role.APPLICANT)).isInstanceOf(SignInRefused.class);
        at.people.enable(person.account());
        assertThat(at.people.bySubject("s")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void twoAccountsMayBeOneHuman(Database database) {
        var at = new IdentityFixture(database.migrated());
        var one = at.signedIn("one", Role.APPLICANT);
        var other = at.signedIn("other", Role.DISTRICT_REVIEWER);
        assertThat(other.sameHumanAs(one.human())).isFalse();

        at.people.sameHuman(other.account(), one.human());
        at.people.identifier(other.account(), "index");
        at.people.speaks(other.account(), new Locale("zh", "HK"));
        at.signedIn("other", Role.DISTRICT_REVIEWER);

        var now = at.people.byAccount(other.account());
        assertThat(now.sameHumanAs(one.human())).isTrue();
        assertThat(now.identifierIndex()).contains("index");
        assertThat(now.language()).isEqualTo(Optional.of(new Locale("zh", "HK")));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void knowsNobodyWhoNeverSignedIn(Database database) {
        var at = new IdentityFixture(database.migrated());
        var nobody = UUID.randomUUID();

        assertThatThrownBy(() -> at.people.byAccount(nobody)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> at.people.sameHuman(nobody, nobody)).isInstanceOf(NoSuchElementException.class);
    }
}
