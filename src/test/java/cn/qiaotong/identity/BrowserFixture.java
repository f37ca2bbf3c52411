package cn.qiaotong.identity;

import jakarta.servlet.http.Cookie;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;

/** The mark that a browser carries after somebody signed in with it. */
public final class BrowserFixture {

    private BrowserFixture() {}

    public static Cookie remembered(BeanFactory beans, Person person) {
        var answer = new MockHttpServletResponse();
        beans.getBean(BrowserMarks.class).remember(person, answer);
        return answer.getCookies()[0];
    }
}
