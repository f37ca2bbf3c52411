package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Being told that a service opens or changes: one press begins it, one ends it, and each change is told once. */
class InterestTests extends ProductionDesk {

    private static final String PRESS = "form[action$=interest] button";
    private static final Pattern STOP =
            Pattern.compile("http://127\\.0\\.0\\.1:8080(/interest/stop/[A-Za-z0-9_-]{22})");

    @Autowired
    People people;

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 开通时通知我, 我关注的事项, 不再通知我, 您没有要求接收任何事项的变化通知。",
        "zh-HK, 開通時通知我, 我關注的項目, 不再通知我, 您沒有要求接收任何項目的變更通知。",
        "en, Tell me when it opens, Services that you are told about, Stop telling me, You have not asked to be told"
    })
    void onePressBeginsAndOneEndsIt(String language, String press, String title, String stop, String none) {
        release(SERVICE, "ASPIRATIONAL", false);
        var visitor = visitor(somebody(), language).get("/services/" + SERVICE);
        assertThat(visitor.page.select(PRESS).text()).isEqualTo(press);

        visitor.press(PRESS, Map.of());
        assertThat(visitor.at).isEqualTo("/services/" + SERVICE);
        assertThat(visitor.page.select(PRESS)).isEmpty();
        assertThat(visitor.page.select("#interest .notice-success")).hasSize(1);

        assertThat(visitor.get("/account").page.select("#interest").text()).contains(title, stop);
        visitor.press("#interest form button", Map.of());
        assertThat(visitor.at).isEqualTo("/account");
        assertThat(visitor.page.select("#interest").text()).contains(none);
        assertThat(visitor.get("/services/" + SERVICE).page.select(PRESS)).hasSize(1);
    }

    @Test
    void aStrangersPressIsCarriedOutAfterSigningInAndOnlyOnce() {
        release(SERVICE, "ASPIRATIONAL", false);
        var person = somebody();
        var stranger = visitor(null, "en").get("/services/" + SERVICE);
        stranger.press(PRESS, Map.of());
        assertThat(stranger.at).isEqualTo("/sign-in?to=/services/%s/interest".formatted(SERVICE));

        var back = stranger.signedInAs(person).get("/services/%s/interest".formatted(SERVICE));
        assertThat(back.page.select("#interest .notice-success")).hasSize(1);
        back.get("/account").press("#interest form button", Map.of());

        assertThat(back.get("/services/%s/interest".formatted(SERVICE)).page.select(PRESS))
                .hasSize(1);
        assertThat(visitor(somebody(), "en")
                        .get("/services/%s/interest".formatted(SERVICE))
                        .page
                        .select(PRESS))
                .hasSize(1);
    }

    @Test
    void staffHaveNothingToPress() {
        var reviewer = acts.person("r-" + UUID.randomUUID(), Optional.empty(), Role.AUDITOR);

        assertThat(visitor(reviewer, "en").get("/services/" + SERVICE).page.select("#interest"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 自2026年4月1日起，您关注的一个事项的状态为：已开通。, 跨境理财通（南向通）, 您关注的事项：状态变化",
        "zh-HK, 由2026年4月1日起，閣下關注的一個項目的狀態為：已開通。, 跨境理財通（南向通）, 閣下關注的項目：狀態變更",
        "en, 'From 1 April 2026, the status of a service that you asked about or have a draft for is: Available.', Cross-boundary Wealth Management Connect (Southbound), A service that you are told about: its status changes"
    })
    void whoAskedIsToldOnceFromWhichDayItOpens(String language, String what, String service, String subject)
            throws Exception {
        release(SERVICE, "ASPIRATIONAL", false);
        var person = speaking(language);
        visitor(person, language).get("/services/" + SERVICE).press(PRESS, Map.of());
        var opens = rows(SERVICE, "ASPIRATIONAL", false)
                .replace(
                        "value: ASPIRATIONAL, from: 2021-10-10",
                        "value: ASPIRATIONAL, from: 2021-10-10, until: 2026-03-31")
                .replace(
                        "rows:\n",
                        "rows:\n  - {kind: status, key: status, value: LIVE, from: 2026-04-01, source: WMC-BA}\n");

        for (int start = 0; start < 2; start++) {
            release(SERVICE, opens);
        }

        var inbox = visitor(person, language).get("/inbox");
        assertThat(inbox.page.select("tbody tr")).hasSize(1);
        assertThat(inbox.text()).contains(what, service).doesNotContain("??");
        assertThat(mails(person)).hasSize(1);
        assertThat(mails(person).get(0).getSubject()).isEqualTo(subject);
        assertThat(plain(mails(person).get(0)))
                .contains(what)
                .doesNotContain(
                        person.name(), service, SERVICE, person.account().toString(), "??");
    }

    @Test
    void aMailsLinkStopsByItsButtonAndNotByOpeningIt() throws Exception {
        release(SERVICE, "ASPIRATIONAL", false);
        var person = somebody();
        visitor(person, "zh-CN").get("/services/" + SERVICE).press(PRESS, Map.of());
        release(SERVICE, "LIVE", false);
        var link = STOP.matcher(plain(mails(person).get(0)));
        assertThat(link.find()).isTrue();

        var stranger = visitor(null, "zh-CN").get(link.group(1)).get(link.group(1));
        assertThat(visitor(person, "en").get("/account").page.select("#interest form"))
                .hasSize(1);
        stranger.press("main form button", Map.of());
        assertThat(stranger.text()).contains("已停止。我们不再就本事项的变化通知您。");
        assertThat(visitor(person, "en").get("/account").page.select("#interest form"))
                .isEmpty();

        release(SERVICE, "CLOSED", false);
        assertThat(mails(person)).hasSize(1);
        assertThat(visitor(null, "en").get("/interest/stop/AAAAAAAAAAAAAAAAAAAAAA").status)
                .isEqualTo(404);
    }

    @Test
    void whoHasADraftIsToldThatARuleChangesAndWhoHasNoneIsNot() throws Exception {
        var owner = somebody();
        var other = somebody();
        acts.draft(SERVICE, owner, Map.of());
        acts.draft(ENQUIRY, other, Map.of());

        release(SERVICE, "LIVE", true);

        assertThat(visitor(owner, "en").get("/inbox").text())
                .contains("From 2 March 2026, the rules of a service that you asked about or have a draft for change.");
        assertThat(mails(owner)).hasSize(1);
        assertThat(plain(mails(owner).get(0))).doesNotContain("/interest/stop/");
        assertThat(mails(other)).isEmpty();
    }

    @Test
    void theAdministratorsFigureIsTheCountOfItsDates() {
        release(ENQUIRY, "PILOT_ELSEWHERE", false);
        var administrator = acts.person("a-" + UUID.randomUUID(), Optional.empty(), Role.ADMINISTRATOR);
        for (int people = 0; people < 3; people++) {
            var visitor = visitor(somebody(), "en").get("/services/" + ENQUIRY);
            visitor.press(PRESS, Map.of());
        }
        var follower = visitor(somebody(), "en").get("/services/" + SERVICE);
        follower.press(PRESS, Map.of());

        var figures = visitor(administrator, "en").get("/administration/interest");
        var figure = figures.page.selectFirst("a[href$=%s]".formatted(ENQUIRY));
        assertThat(figure.text()).startsWith("3,");
        var dates = figures.get(figure.attr("href"));
        assertThat(dates.page.select("ol time")).hasSize(3);
        assertThat(dates.text()).contains("Registrations: 3", "2 March 2026").doesNotContain("applicant-");
        assertThat(visitor(somebody(), "en").get("/administration/interest").status)
                .isEqualTo(403);
    }

    private Person speaking(String language) {
        var person = somebody();
        people.speaks(person.account(), Locale.forLanguageTag(language));
        return people.byAccount(person.account());
    }

    private static List<MimeMessage> mails(Person person) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> to(mail).equals(person.email().orElseThrow()))
                .toList();
    }

    private static String to(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }
}
