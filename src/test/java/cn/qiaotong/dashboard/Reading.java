package cn.qiaotong.dashboard;

import static cn.qiaotong.signin.BrowserFixture.as;

import cn.qiaotong.identity.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages as somebody reads them in a language. */
record Reading(MockMvcTester mvc) {

    MvcTestResult get(String address, Person person, String language) {
        return mvc.get()
                .uri(URI.create(address))
                .with(as(person))
                .header("Accept-Language", language)
                .exchange();
    }

    Document page(String address, Person person, String language) {
        return Jsoup.parse(new String(
                get(address, person, language).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
