package cn.qiaotong.signin;

import cn.qiaotong.identity.Person;
import jakarta.servlet.http.Cookie;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A browser that somebody signed in with: how its requests come from them, and the mark that it carries afterwards. */
public final class BrowserFixture {

    private BrowserFixture() {}

    /** Lets a request of MockMvc come from this person. */
    public static RequestPostProcessor as(Person person) {
        return SecurityMockMvcRequestPostProcessors.authentication(new SignedInPerson(person, "an id token"));
    }

    public static Cookie remembered(BeanFactory beans, Person person) {
        var answer = new MockHttpServletResponse();
        beans.getBean(BrowserMarks.class).remember(person, answer);
        return answer.getCookies()[0];
    }
}
