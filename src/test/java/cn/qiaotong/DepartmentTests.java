package cn.qiaotong;

import static cn.qiaotong.Southbound.BRANCH;
import static cn.qiaotong.Southbound.DISTRICT;
import static cn.qiaotong.Southbound.SERVICE;
import static cn.qiaotong.signin.BrowserFixture.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cn.qiaotong.document.Document;
import cn.qiaotong.identity.Organisation;
import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.Role;
import cn.qiaotong.request.CaseFiles;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.Requests;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A department reads of a request what the model shows it, once the model has asked it, and nothing else by any way. */
@WholeDesk
class DepartmentTests {

    private static final Organisation ASKED = new Organisation("tax-bureau");
    private static final Organisation OTHER = new Organisation("science-technology");
    private static final String NAME = "陈Zqxj";
    private static final List<String> SHOWN = List.of("tie_city", "tie_years", "tie_paper");

    @DynamicPropertySource
    static void aModelThatAsksADepartment(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:departments;DB_CLOSE_DELAY=-1");
        properties.add("qiaotong.services", () -> ChangedService.at(SERVICE, DepartmentTests::asking));
    }

    private static String asking(String model) {
        var task = "camunda:candidateGroups=\"district-approver\" camunda:dueDate=\"${due.at('confirm')}\">";
        return model.replace(
                task,
                task.replace("district-approver", "department-reviewer")
                        + """
                        <bpmn:extensionElements><camunda:properties>
                          <camunda:property name="organisation" value="%s" />
                          <camunda:property name="shows" value="%s" />
                        </camunda:properties></bpmn:extensionElements>
                        """
                                .formatted(ASKED.key(), String.join(", ", SHOWN)));
    }

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Requests requests;

    @Autowired
    CaseFiles files;

    Acts acts;
    Onlookers onlookers;
    Request request;
    Person official;

    @BeforeEach
    void begin() {
        acts = Acts.with(beans);
        onlookers = new Onlookers(beans, acts);
        var answers = Southbound.answers();
        answers.put("full_name", NAME);
        request = acts.apply(SERVICE, acts.applicant("applicant-" + UUID.randomUUID()), answers);
        official = onlookers.someone(ASKED, Role.DEPARTMENT_REVIEWER);
    }

    @Test
    void readsNothingBeforeItIsAsked() {
        onlookers.seesNothing(request, "confirm", official);
    }

    @Test
    void readsWhatItIsShownAndNothingElse() {
        ask();

        var file = files.asStaff(request.publicId(), official);
        assertThat(file.answers().values().keySet()).containsExactlyInAnyOrderElementsOf(SHOWN);
        assertThat(file.decisions()).isEmpty();
        assertThat(file.consents()).isEmpty();
        assertThat(file.checks())
                .allSatisfy(check -> assertThat(SHOWN).contains(check.given().orElse("")));
        var pages = List.of("/review/" + request.publicId(), "/review/%s/confirm".formatted(request.publicId()));
        for (var address : pages) {
            assertThat(onlookers.get(address, official)).hasStatusOk();
            assertThat(onlookers.text(address, official))
                    .contains("在九市连续缴纳社会保险或个人所得税的年数")
                    .doesNotContain(NAME, "姓名", "家庭金融净资产", "district-note", Southbound.ID_CARD);
            assertThat(Jsoup.parse(Onlookers.body(onlookers.get(address, official)))
                            .select("a[href^=/documents/]"))
                    .extracting(link -> link.attr("href"))
                    .containsOnly("/documents/" + paper("tie_paper").id());
        }
        assertThat(Onlookers.body(post("/review/%s/confirm/reveal".formatted(request.publicId()), official)))
                .contains("tie_paper")
                .doesNotContain(NAME, Southbound.ID_CARD);
    }

    @Test
    void opensTheFilesItIsShownAndNoOthers() {
        assertThat(onlookers.get("/documents/" + paper("tie_paper").id(), official))
                .hasStatus(404);
        ask();

        assertThat(onlookers.get("/documents/" + paper("tie_paper").id(), official))
                .hasStatusOk();
        assertThat(onlookers.get("/documents/" + paper("means_paper").id(), official))
                .hasStatus(404);
        assertThat(onlookers.get("/documents/" + paper("identity_paper").id(), official))
                .hasStatus(404);
    }

    @Test
    void readsTheSameAfterItsOpinion() {
        ask();
        acts.decide(request, "confirm", official, Map.of("confirm_decision", "confirm"), Map.of());

        assertThat(files.asStaff(request.publicId(), official)
                        .answers()
                        .values()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(SHOWN);
        assertThat(onlookers.listed(official)).noneMatch(wait -> wait.request().equals(request.id()));
    }

    @Test
    void anotherDepartmentReadsNothing() {
        ask();

        onlookers.seesNothing(request, "confirm", onlookers.someone(OTHER, Role.DEPARTMENT_REVIEWER));
        onlookers.seesNothing(request, "confirm", onlookers.someone(OTHER, Role.PAYER));
    }

    @Test
    void aRoleOfBranchesOpensNothingOfDepartmentsNorTheOtherWayRound() {
        ask();
        onlookers.seesNothing(request, "confirm", onlookers.someone(ASKED, Role.BANK_REVIEWER, Role.BANK_APPROVER));

        acts.decide(request, "confirm", official, Map.of("confirm_decision", "confirm"), Map.of());

        onlookers.seesNothing(request, "confirm", onlookers.someone(BRANCH, Role.DEPARTMENT_REVIEWER, Role.PAYER));
        assertThat(requests.asStaff(request.publicId(), onlookers.someone(BRANCH, Role.BANK_REVIEWER))
                        .id())
                .isEqualTo(request.id());
    }

    @Test
    void itsNotesStayItsOwn() {
        ask();
        acts.decide(
                request,
                "confirm",
                official,
                Map.of("confirm_decision", "confirm", "confirm_note", "of-the-department"),
                Map.of());

        for (var reader : List.of(
                onlookers.someone(DISTRICT, Role.DISTRICT_REVIEWER), onlookers.someone(BRANCH, Role.BANK_REVIEWER))) {
            assertThat(onlookers.text("/review/" + request.publicId(), reader)).doesNotContain("of-the-department");
        }
        assertThat(onlookers.text("/review/" + request.publicId(), official)).contains("of-the-department");
    }

    private void ask() {
        acts.decide(request, "intake", Map.of("intake_decision", "refer", "intake_note", "district-note"), Map.of());
    }

    private Document paper(String field) {
        return onlookers.papers(request).stream()
                .filter(document -> document.fileName().startsWith(field))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult post(String address, Person person) {
        return mvc.post()
                .uri(URI.create(address))
                .with(as(person))
                .with(csrf())
                .param("reason", "decide")
                .exchange();
    }
}
