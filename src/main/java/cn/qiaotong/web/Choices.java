package cn.qiaotong.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes the reader's choice of language and text size from any form they send, before its handler runs, so that the page
 * that answers is already in it: {@code language=zh-Hant}, or {@code language=zh-Hant larger}.
 */
@Component
class Choices implements HandlerInterceptor, WebMvcConfigurer {

    private final PageLocale locale;
    private final TextSize textSize;

    Choices(PageLocale locale, TextSize textSize) {
        this.locale = locale;
        this.textSize = textSize;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = request.getMethod().equals("POST") ? request.getParameter("language") : null;
        if (chosen != null) {
            var words = chosen.split(" ");
            Language.ofTag(words[0]).ifPresent(language -> locale.setLocale(request, response, language.locale()));
            if (words.length > 1) {
                textSize.choose(words[1], request, response);
            }
        }
        return true;
    }
}
