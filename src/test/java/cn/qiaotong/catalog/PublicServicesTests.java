package cn.qiaotong.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.qiaotong.WholeDesk;
import cn.qiaotong.decision.Decisions;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.policy.Policies;
import cn.qiaotong.process.Processes;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeDesk
class PublicServicesTests {

    private static final Locale HONG_KONG = new Locale("zh", "HK");

    private final Processes processes;
    private final Decisions decisions;
    private final Policies policies;
    private final Organisations organisations;

    @Autowired
    PublicServicesTests(Processes processes, Decisions decisions, Policies policies, Organisations organisations) {
        this.processes = processes;
        this.decisions = decisions;
        this.policies = policies;
        this.organisations = organisations;
    }

    @Test
    void anOldRequestKeepsItsFormsWhileWordsChangeAtOnce() {
        var before = open(FolderFixture.one());
        var old = service(before).current().deployment();

        var after = open(FolderFixture.one()
                .replace("intake.form", "\"maxLength\": 1000", "\"maxLength\": 500")
                .replace("messages_en.properties", "check.title=Automatic checks", "check.title=Checks"));

        assertThat(service(after).current().deployment()).isNotEqualTo(old);
        assertThat(processes.resource(old, "intake.form")).asString().contains("1000");
        assertThat(after.version(FolderFixture.SERVICE, old).deployment()).isEqualTo(old);
        assertThat(after.version(FolderFixture.SERVICE, old).form("intake")).isPresent();
        assertThat(service(after).words(Locale.ENGLISH).text("check.title")).isEqualTo("Checks");
    }

    @Test
    void aFieldThatIsGoneStaysWithTheOldRequest() {
        var before = open(FolderFixture.one());
        var old = service(before).current().deployment();

        var after = open(FolderFixture.one().everywhere("bank_confirm_note", "bank_confirm_remark"));

        assertThat(after.version(FolderFixture.SERVICE, old)
                        .form("bank-confirm")
                        .orElseThrow()
                        .field("bank_confirm_note"))
                .isPresent();
        assertThat(service(after).current().form("bank-confirm").orElseThrow().field("bank_confirm_note"))
                .isEmpty();
    }

    @Test
    void anUnchangedFolderKeepsItsDeployment() {
        assertThat(service(open(FolderFixture.one())).current().deployment())
                .isEqualTo(service(open(FolderFixture.one())).current().deployment());
    }

    @Test
    void refusesTheStartWithEveryMistake() {
        var folders = FolderFixture.one()
                .replace("intake.form", "\"id\": \"intake\",", "\"id\": \"reception\",")
                .replace("wealth-connect-southbound.bpmn", " camunda:versionTag=\"1.1.0\"", "");

        assertThatThrownBy(() -> open(folders))
                .isInstanceOf(FolderRefused.class)
                .hasMessage(
                        """
                        The service folder bpmn/wealth-connect-southbound cannot be used.
                          wealth-connect-southbound.bpmn: wealth-connect-southbound: set camunda:versionTag, for example 1.0.0
                          intake.form: reception: give the form the id intake, the name of its file""");
    }

    @Test
    void tellsWhatTheEngineRefuses() {
        var folders = FolderFixture.one()
                .replace(
                        "wealth-connect-southbound.bpmn",
                        "<bpmn:startEvent id=\"withdrawal\"",
                        "<bpmn:scriptTask id=\"script\" /><bpmn:startEvent id=\"withdrawal\"");

        assertThatThrownBy(() -> open(folders))
                .isInstanceOf(FolderRefused.class)
                .hasMessage(
                        """
                        The service folder bpmn/wealth-connect-southbound cannot be used.
                          wealth-connect-southbound.bpmn: script: say a word of the program in a service task instead""");
    }

    @Test
    void theStartFailsWithTheListAndNoStackTrace() {
        try {
            open(FolderFixture.one().remove("scenarios.yaml"));
        } catch (FolderRefused refused) {
            var analysis = new FolderFailureAnalyzer().analyze(refused, refused);

            assertThat(analysis.getDescription()).isEqualTo(refused.getMessage());
            assertThat(analysis.getAction())
                    .isEqualTo("Mend the files named above and start again; bpmn/README.md explains each rule.");
            assertThat(refused.folder()).isEqualTo(FolderFixture.SERVICE);
            return;
        }
        throw new AssertionError("not refused");
    }

    @Test
    void theStatusIsThatOfTheDay() {
        var service = service(open(FolderFixture.one()));

        assertThat(service.status(LocalDate.of(2021, 10, 9))).isEqualTo(PolicyStatus.CLOSED);
        assertThat(service.status(LocalDate.of(2021, 10, 10))).isEqualTo(PolicyStatus.LIVE);
    }

    @Test
    void anEnquiryIsSaidByThePropertyOfTheProcessItself() {
        var asked = "<camunda:properties><camunda:property name=\"kind\" value=\"enquiry\" /></camunda:properties>";
        var before = LocalDate.of(2021, 10, 10);
        var aspirational = FolderFixture.one().replace("policies.yaml", "value: LIVE", "value: ASPIRATIONAL");

        assertThat(service(open(aspirational)).offer(before)).isEqualTo(Offer.REGISTER);
        assertThat(service(open(aspirational.replace(
                                FolderFixture.SERVICE + ".bpmn",
                                "</bpmn:documentation>",
                                "</bpmn:documentation><bpmn:extensionElements>" + asked + "</bpmn:extensionElements>")))
                        .offer(before))
                .isEqualTo(Offer.APPLY);
    }

    @Test
    void organisationsHaveANameInEveryLanguage() {
        var district = new Organisation("district");

        assertThat(organisations.name(district, Locale.SIMPLIFIED_CHINESE)).isEqualTo("江海区金融工作办公室");
        assertThat(organisations.name(district, HONG_KONG)).isEqualTo("江海區金融工作辦公室");
        assertThat(organisations.name(district, Locale.ENGLISH)).isEqualTo("Jianghai District Finance Office");
        assertThat(organisations.name(new Organisation("gone"), Locale.ENGLISH)).isEqualTo("gone");
    }

    private PublicServices open(FolderFixture fixture) {
        var services = new PublicServices(processes, decisions, policies, false);
        services.open(fixture.folders(), FolderFixture.ROLES, FolderFixture.WORDS, FolderFixture.CROSS_CHECKS);
        return services;
    }

    private static PublicService service(PublicServices services) {
        return services.find(FolderFixture.SERVICE).orElseThrow();
    }
}
