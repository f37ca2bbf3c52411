package cn.qiaotong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.qiaotong.catalog.CheckContexts;
import cn.qiaotong.catalog.Fitting;
import cn.qiaotong.catalog.PublicService;
import cn.qiaotong.catalog.PublicServices;
import cn.qiaotong.form.Answers;
import cn.qiaotong.form.Field;
import cn.qiaotong.form.FieldType;
import cn.qiaotong.form.Form;
import cn.qiaotong.form.Typed;
import cn.qiaotong.form.Valid;
import cn.qiaotong.policy.PolicyRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The questionnaire of a visitor without a name: whatever is answered, every service says one of three things, with a text of
 * its own, and every rule of every folder is reached by some answers.
 */
@WholeDesk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FitTests {

    @Autowired
    PublicServices services;

    @Autowired
    CheckContexts contexts;

    @Autowired
    MockMvc pages;

    List<Said> everything;
    List<String> numbers;

    @BeforeAll
    void askEverything() {
        numbers = limits().flatMap(limit -> Stream.of(limit.subtract(BigDecimal.ONE), limit, limit.add(BigDecimal.ONE)))
                .filter(number -> number.signum() >= 0)
                .map(BigDecimal::toPlainString)
                .distinct()
                .toList();
        everything = everyAnswer()
                .flatMap(
                        answers -> services.all().stream().map(service -> new Said(service, fitting(service, answers))))
                .toList();
    }

    @Test
    void everyServiceAnswersWhateverIsSaid() {
        assertThat(everything).hasSizeGreaterThan(200 * services.all().size());
        assertThat(everything)
                .allMatch(said -> words(said.service(), said.fitting()).isPresent());
    }

    @Test
    void everyRuleIsReached() {
        for (var service : services.all()) {
            var reached = everything.stream()
                    .filter(said -> said.service() == service)
                    .map(said -> said.fitting().rule())
                    .collect(Collectors.toSet());

            assertThat(reached)
                    .as(service.key())
                    .containsExactlyInAnyOrderElementsOf(
                            service.current().decision("fits").orElseThrow().rules());
        }
    }

    @Test
    void whatFitsInsteadIsOnOfferAndNotTheSame() {
        assertThat(everything).allSatisfy(said -> assertThat(said.fitting().instead())
                .allSatisfy(other -> assertThat(services.find(other)).as(other).isPresent())
                .doesNotContain(said.service().key()));
    }

    @Test
    void whoIsNotServedIsToldByWhichPolicyOrWhereElse() {
        assertThat(everything)
                .filteredOn(said -> said.fitting().answer() == Fitting.Answer.NOT_FROM_HERE)
                .allMatch(said -> said.fitting().policy().isPresent()
                        || !said.fitting().instead().isEmpty());
    }

    @Test
    void aResidentOfHongKongFindsWhatIsForThem() {
        var answers = answers(Map.of("visitor", "hk_resident", "age", "40", "card", "permanent_chinese"));

        assertThat(found(answers, Fitting.Answer.FITS))
                .contains(
                        "wealth-connect-northbound",
                        "account-opening",
                        "home-purchase-payment",
                        "credit-authorisation");
        assertThat(found(answers, Fitting.Answer.NOT_FROM_HERE))
                .contains("wealth-connect-southbound", "external-debt-quota");
    }

    @Test
    void anEnterpriseOfJianghaiAloneIsToldWhatElseThereIs() {
        var answers = answers(Map.of(
                "visitor",
                "mainland_company",
                "place",
                "jianghai",
                "company_years",
                "3",
                "certificate",
                "hnte",
                "investor",
                "domestic"));

        assertThat(found(answers, Fitting.Answer.FITS)).contains("external-debt-quota", "cross-border-financing");
        assertThat(fitting(services.find("free-trade-account").orElseThrow(), answers)
                        .instead())
                .contains("external-debt-quota");
    }

    @Test
    void thePagesLeadFromTheFirstQuestionToTheResultAndKeepNothing() throws Exception {
        var first = page(get("/fit").param("lang", "en"));
        assertThat(first).contains("name=\"visitor\"", "name=\"_csrf\"");
        var second = page(answered("visitor_page", Map.of("visitor", "hk_resident")));
        assertThat(second).contains("name=\"card\"", "value=\"hk_resident\"").doesNotContain("name=\"place\"");
        var result = pages.perform(answered(
                                "about_person",
                                Map.of("visitor", "hk_resident", "card", "permanent_chinese", "age", "40"))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn();

        assertThat(text(result)).contains("group-fits", "/services/wealth-connect-northbound");
        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void aQuestionLeftOutIsAskedAgainAndNothingIsLost() throws Exception {
        var again = pages.perform(answered("about_person", Map.of("visitor", "mo_resident", "age", "40"))
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn();

        assertThat(text(again)).contains("error-summary", "value=\"40\"", "value=\"mo_resident\"");
    }

    private String page(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return text(
                pages.perform(request.with(csrf())).andExpect(status().isOk()).andReturn());
    }

    private static String text(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder answered(
            String page, Map<String, String> answers) {
        var posted = new LinkedMultiValueMap<String, String>();
        posted.setAll(answers);
        return post("/fit").param("page", page).params(posted);
    }

    private List<String> found(Answers answers, Fitting.Answer wanted) {
        return services.all().stream()
                .filter(service -> fitting(service, answers).answer() == wanted)
                .map(PublicService::key)
                .toList();
    }

    private Fitting fitting(PublicService service, Answers answers) {
        return service.fitting(answers, contexts.today());
    }

    private static java.util.Optional<String> words(PublicService service, Fitting fitting) {
        return service.words(java.util.Locale.ENGLISH).find("fits.%s.text".formatted(fitting.rule()));
    }

    private Answers answers(Map<String, String> typed) {
        MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
        posted.setAll(typed);
        return ((Valid) services.questionnaire().check(Typed.of(posted), contexts.now())).answers();
    }

    /** Every combination of choices, and of numbers around the limits, that the form takes. */
    private Stream<Answers> everyAnswer() {
        return typed(services.questionnaire(), Typed.nothing(), 0);
    }

    private Stream<Answers> typed(Form form, Typed so, int place) {
        if (place == form.fields().size()) {
            return form.check(so, contexts.now()) instanceof Valid valid ? Stream.of(valid.answers()) : Stream.empty();
        }
        var field = form.fields().get(place);
        return form.visible(so, contexts.now()).contains(field.key())
                ? values(field).stream().flatMap(value -> typed(form, so.with(field.key(), List.of(value)), place + 1))
                : typed(form, so, place + 1);
    }

    /** What one service says to one set of answers. */
    record Said(PublicService service, Fitting fitting) {}

    /** The numbers in the conditions of the folders' answers, and those of the policy rows that they read. */
    private Stream<BigDecimal> limits() {
        return services.all().stream().flatMap(service -> {
            var fits = service.current().decision("fits").orElseThrow();
            var policy = service.policy(contexts.today());
            var rows = fits.inputs().stream()
                    .filter(input -> input.startsWith("policy."))
                    .flatMap(input -> policy.row(input.substring("policy.".length())).stream())
                    .map(PolicyRow::value)
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast);
            return Stream.concat(fits.numbers().stream(), rows);
        });
    }

    private List<String> values(Field field) {
        return field.type() == FieldType.NUMBER
                ? numbers
                : field.options().stream().map(Field.Option::value).toList();
    }
}
