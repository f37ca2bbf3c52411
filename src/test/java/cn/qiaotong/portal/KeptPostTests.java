package cn.qiaotong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.qiaotong.Acts;
import cn.qiaotong.WholeDesk;
import cn.qiaotong.signin.BrowserFixture;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;

/** What was sent after the session had ended comes back to whoever had typed it, and to nobody else. */
@WholeDesk
class KeptPostTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    BeanFactory beans;

    @Test
    void aPageComesBackFilled() {
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, "en");
        var path = "/drafts/%s/pages/applicant".formatted(PortalFixture.begin(visitor));
        visitor.get(path);
        assertThat(afterTheSession(visitor, person, path, Map.of("full_name", "陈𨋢文", "phone", "12")))
                .isEqualTo("/sign-in?to=" + path.replace("/", "%2F"));

        visitor.signedInAs(person).get(path);
        assertThat(visitor.page.getElementById("full_name").attr("value")).isEqualTo("陈𨋢文");
        assertThat(visitor.page.getElementById("phone").attr("value")).isEqualTo("12");
        assertThat(visitor.get(path).page.getElementById("full_name").attr("value"))
                .isEqualTo("陈𨋢文");
    }

    @Test
    void anotherPersonAtTheSameBrowserGetsNothing() {
        var person = PortalFixture.somebody(beans);
        var visitor = new Visitor(mvc, person, "en");
        var path = "/drafts/%s/pages/applicant".formatted(PortalFixture.begin(visitor));
        visitor.get(path);
        afterTheSession(visitor, person, path, Map.of("full_name", "陈𨋢文"));
        visitor.signedInAs(PortalFixture.somebody(beans));

        assertThat(visitor.get(path).status).isEqualTo(404);
        visitor.get("/drafts/%s/pages/applicant".formatted(PortalFixture.begin(visitor)));
        assertThat(visitor.page.getElementById("full_name").attr("value")).isEmpty();
    }

    @Test
    void aSupplementComesBackFilled() {
        var acts = Acts.with(beans);
        var person = PortalFixture.somebody(beans);
        var request = acts.apply(PortalFixture.SERVICE, person, PortalFixture.answers());
        acts.decide(request, "intake", Map.of("intake_decision", "supplement"), Map.of("full_name", "请写全名"));
        var path = "/requests/%s/supplement".formatted(request.publicId());
        var visitor = new Visitor(mvc, person, "en").get(path);
        afterTheSession(visitor, person, path, Map.of("full_name", "陈大𨋢"));

        visitor.signedInAs(person).get(path);
        assertThat(visitor.page.getElementById("full_name").attr("value")).isEqualTo("陈大𨋢");
    }

    private String afterTheSession(
            Visitor visitor, cn.qiaotong.identity.Person person, String path, Map<String, String> typed) {
        var values = Visitor.values(visitor.form(null));
        typed.forEach(values::set);
        var mark = BrowserFixture.remembered(beans, person);
        visitor.cookies.put(mark.getName(), mark);
        visitor.signedOut();
        var answer = visitor.sent(path, values, new LinkedMultiValueMap<>());
        assertThat(answer.getStatus()).isEqualTo(303);
        return answer.getHeader("Location");
    }
}
