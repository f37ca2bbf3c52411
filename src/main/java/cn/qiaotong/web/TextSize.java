package cn.qiaotong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Whether the reader wants everything larger; a cookie remembers it, so that it works before anybody signs in. */
@Component
class TextSize {

    private static final String COOKIE = "text-size";
    private static final String LARGER = "larger";
    private static final String CHOSEN = TextSize.class.getName();

    private final Site site;

    TextSize(Site site) {
        this.site = site;
    }

    boolean isLarger(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Boolean chosen) {
            return chosen;
        }
        var cookie = WebUtils.getCookie(request, site.cookieName(COOKIE));
        return cookie != null && LARGER.equals(cookie.getValue());
    }

    void choose(String size, HttpServletRequest request, HttpServletResponse response) {
        var larger = LARGER.equals(size);
        request.setAttribute(CHOSEN, larger);
        var cookie = site.cookie(COOKIE, larger ? LARGER : "", larger ? Duration.ofDays(365) : Duration.ZERO);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
