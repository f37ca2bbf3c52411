package cn.qiaotong.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: what the reader chose, kept in a cookie; otherwise what their browser asks for. */
@Component("localeResolver")
class PageLocale implements LocaleResolver {

    private static final String COOKIE = "language";
    private static final String CHOSEN = PageLocale.class.getName();
    private static final Duration KEPT = Duration.ofDays(365);

    private final Site site;

    PageLocale(Site site) {
        this.site = site;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return language(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var language = Language.of(locale);
        request.setAttribute(CHOSEN, language);
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                site.cookie(COOKIE, language.html(), KEPT).toString());
    }

    /** Looked up once for each request, for a page asks many times. */
    Language language(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Language known) {
            return known;
        }
        var language = Optional.ofNullable(WebUtils.getCookie(request, site.cookieName(COOKIE)))
                .map(Cookie::getValue)
                .flatMap(Language::ofTag)
                .orElseGet(() -> Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        request.setAttribute(CHOSEN, language);
        return language;
    }
}
