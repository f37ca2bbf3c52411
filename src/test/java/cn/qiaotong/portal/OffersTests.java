package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Southbound;
import cn.qiaotong.identity.Role;
import cn.qiaotong.notification.Post;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** Outside a demo: which services take requests, what the others say and keep, and what is marked as resting on demo values. */
class OffersTests extends ProductionDesk {

    private static final String REGISTER =
            "This service takes no requests at present, only registrations of interest. Any draft that you have begun is kept.";
    private static final String CLOSED =
            "This service is closed and takes no new requests. Any draft that you have begun is kept.";
    private static final String MARK = "Demo values: some conditions, amounts or the status of this service rest on no";

    @ParameterizedTest
    @CsvSource({
        "wealth-connect-southbound, LIVE,            false, APPLY",
        "wealth-connect-southbound, LIVE,            true,  REGISTER",
        "wealth-connect-southbound, PILOT_ELSEWHERE, false, REGISTER",
        "wealth-connect-southbound, PILOT_ELSEWHERE, true,  REGISTER",
        "wealth-connect-southbound, ASPIRATIONAL,    false, REGISTER",
        "wealth-connect-southbound, ASPIRATIONAL,    true,  REGISTER",
        "wealth-connect-southbound, CLOSED,          false, CLOSED",
        "wealth-connect-southbound, CLOSED,          true,  CLOSED",
        "enquiry-desk,              LIVE,            false, APPLY",
        "enquiry-desk,              LIVE,            true,  APPLY",
        "enquiry-desk,              PILOT_ELSEWHERE, false, APPLY",
        "enquiry-desk,              PILOT_ELSEWHERE, true,  APPLY",
        "enquiry-desk,              ASPIRATIONAL,    false, APPLY",
        "enquiry-desk,              ASPIRATIONAL,    true,  APPLY",
        "enquiry-desk,              CLOSED,          false, CLOSED",
        "enquiry-desk,              CLOSED,          true,  CLOSED"
    })
    void onlyWhatIsOfferedCanBeBegunAndSubmitted(String service, String status, boolean demo, String offer) {
        var person = somebody();
        var draft = acts.draft(service, person, Map.of());
        release(service, status, demo);
        var visitor = visitor(person, "en").get("/services/" + service);

        assertThat(visitor.page.select("form[action$=drafts]")).hasSize(offer.equals("APPLY") ? 1 : 0);
        assertThat(visitor.text().contains(MARK)).isEqualTo(demo);
        var refusal =
                Map.of("APPLY", "", "REGISTER", REGISTER, "CLOSED", CLOSED).get(offer);
        pressed(visitor, "/services/%s/drafts".formatted(service));
        assertThat(visitor.status).isEqualTo(offer.equals("APPLY") ? 200 : 409);
        assertThat(visitor.text()).contains(refusal);

        pressed(visitor.get("/drafts/" + draft), "/drafts/%s/submit".formatted(draft));
        assertThat(visitor.status).isEqualTo(offer.equals("APPLY") ? 422 : 409);
        assertThat(visitor.text()).contains(refusal);

        assertThat(visitor.get("/drafts/" + draft).status).isEqualTo(200);
        assertThat(visitor.text()).contains(refusal);
    }

    @Test
    void aRequestMadeBeforeIsGivenItsReceiptAgainWhateverHasBecomeOfTheService() {
        var person = somebody();
        var request = acts.apply(SERVICE, person, Southbound.answers());
        release(SERVICE, "CLOSED", false);

        var visitor = visitor(person, "en").get("/services/" + SERVICE);
        pressed(visitor, "/drafts/%s/submit".formatted(request.publicId()));

        assertThat(visitor.get("/requests/%s/receipt".formatted(request.publicId()))
                        .text())
                .contains(request.receipt());
    }

    @Test
    void everyPageAndMailOfWhatRestsOnDemoValuesSaysSo() throws Exception {
        var person = somebody();
        var sourced = acts.apply(ENQUIRY, person, Southbound.answers());
        release(ENQUIRY, "LIVE", true);
        var draft = acts.draft(ENQUIRY, person, Map.of());
        var request = acts.apply(ENQUIRY, person, Southbound.answers());
        var visitor = visitor(person, "en");

        for (var path : new String[] {
            "/services/" + ENQUIRY,
            "/drafts/" + draft,
            "/drafts/%s/pages/applicant".formatted(draft),
            "/drafts/%s/check".formatted(draft),
            "/drafts/%s/discard".formatted(draft),
            "/requests/" + request.publicId(),
            "/requests/%s/receipt".formatted(request.publicId()),
            "/requests/%s/withdraw".formatted(request.publicId())
        }) {
            assertThat(visitor.get(path).text()).as(path).contains(MARK);
        }
        assertThat(visitor.get("/requests/" + sourced.publicId()).text()).doesNotContain(MARK);
        var reviewer = acts.staff(Role.DISTRICT_REVIEWER, Southbound.DISTRICT);
        assertThat(visitor(reviewer, "en")
                        .get("/review/%s/intake".formatted(request.publicId()))
                        .text())
                .contains(MARK);
        Post.dispatch(beans);
        assertThat(mail(request.receipt())).contains("演示数据：");
        assertThat(mail(sourced.receipt())).doesNotContain("演示数据：");
    }

    private static void pressed(Visitor visitor, String action) {
        var token = new LinkedMultiValueMap<String, String>();
        token.add("_csrf", visitor.page.selectFirst("input[name=_csrf]").attr("value"));
        visitor.post(action, token, new LinkedMultiValueMap<>());
    }

    private static String mail(String receipt) throws Exception {
        for (var mail : Arrays.asList(SERVER.getReceivedMessages())) {
            if (mail.getSubject().startsWith(receipt)) {
                return ((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getContent()
                        .toString();
            }
        }
        throw new AssertionError("no mail about " + receipt);
    }
}
