package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.MutableClock;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.document.Document;
import cn.qiaotong.document.Documents;
import cn.qiaotong.identity.Person;
import cn.qiaotong.request.Drafts;
import cn.qiaotong.request.Request;
import cn.qiaotong.request.RequestState;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;

/** After a refusal, or once a branch is late, the same answers and papers go to another branch without being filled in again. */
@WholeDesk
class AnotherBranchTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Drafts drafts;

    @Autowired
    Documents documents;

    Acts acts;
    Person person;
    Request request;

    @BeforeEach
    void toTheBank() {
        acts = Acts.with(beans);
        person = PortalFixture.somebody(beans);
        request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        acts.decide(request, "intake", Map.of("intake_decision", "refer"), Map.of());
        acts.decide(request, "confirm", Map.of("confirm_decision", "confirm"), Map.of());
    }

    @Test
    void aDeclinedRequestBeginsADraftWithEverythingButTheBranch() {
        decline();
        var visitor = new Visitor(mvc, person, "en").get("/requests/" + request.publicId());
        assertThat(visitor.text()).contains("same answers and papers");

        another(visitor);

        assertThat(visitor.at).startsWith("/drafts/");
        var draft = drafts.get(visitor.at.replace("/drafts/", ""), person);
        assertThat(draft.typed().first("full_name"))
                .isEqualTo(PortalFixture.answers().get("full_name"));
        assertThat(draft.typed().all("branch")).isEmpty();
        assertThat(documents.of(Drafts.ownerOf(draft.id())))
                .extracting(Document::sha256)
                .containsExactlyInAnyOrderElementsOf(
                        documents.of(Drafts.ownerOf(request.id().value())).stream()
                                .map(Document::sha256)
                                .toList());
        assertThat(draft.typed().all("identity_paper"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(
                        documents.of(Drafts.ownerOf(request.id().value())).stream()
                                .map(document -> document.id().toString())
                                .toList());
    }

    @Test
    void aBranchThatIsOnTimeIsLeftToItsWork() {
        var visitor = new Visitor(mvc, person, "en").get("/requests/" + request.publicId());
        assertThat(visitor.page.select("form[action$=another-branch]")).isEmpty();

        another(visitor);

        assertThat(visitor.status).isEqualTo(409);
        assertThat(acts.now(request).state()).isEqualTo(RequestState.PARTNER_DECISION);
    }

    @Test
    void aRequestThatIsLateIsWithdrawnWithIt() {
        var clock = beans.getBean(MutableClock.class);
        clock.set(clock.instant().plus(Duration.ofDays(14)));
        var visitor = new Visitor(mvc, person, "en").get("/requests/" + request.publicId());
        assertThat(visitor.text()).contains("past the promised time");

        another(visitor);

        assertThat(visitor.at).startsWith("/drafts/");
        assertThat(acts.now(request).state()).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void nobodyBeginsAnythingFromSomebodyElsesRequest() {
        decline();
        var stranger = PortalFixture.somebody(beans);
        var before = drafts.of(stranger).size();
        var visitor = new Visitor(mvc, stranger, "en").get("/requests");

        another(visitor);

        assertThat(visitor.status).isEqualTo(404);
        assertThat(drafts.of(stranger)).hasSize(before);
    }

    private void another(Visitor visitor) {
        var values = new LinkedMultiValueMap<String, String>();
        values.add("_csrf", visitor.page.selectFirst("input[name=_csrf]").val());
        visitor.post("/requests/%s/another-branch".formatted(request.publicId()), values, new LinkedMultiValueMap<>());
    }

    private void decline() {
        acts.decide(
                request, "bank-review", Map.of("bank_outcome", "bank_declined", "decline_reason", "papers"), Map.of());
        acts.decide(request, "bank-confirm", Map.of("bank_confirm_decision", "confirm"), Map.of());
    }
}
