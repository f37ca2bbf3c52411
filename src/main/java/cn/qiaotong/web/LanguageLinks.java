package cn.qiaotong.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes {@code ?lang=en} on any page change the language and lead to the same page without it, so that switching is a link
 * that works without JavaScript and keeps where the reader is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LanguageLinks extends OncePerRequestFilter {

    private static final String PARAMETER = "lang";

    private final PageLocale locale;

    LanguageLinks(PageLocale locale) {
        this.locale = locale;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = request.getMethod().equals("GET") ? chosen(request) : Optional.<Language>empty();
        if (chosen.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        locale.setLocale(request, response, chosen.get().locale());
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader("Location", LocalPath.of(here(request)).orElse("/"));
    }

    /** Read from the query itself: asking for a parameter would make the server read a body. */
    private static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString()).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(part -> part.startsWith(PARAMETER + "="))
                .map(part -> Language.ofTag(part.substring(PARAMETER.length() + 1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String here(HttpServletRequest request) {
        var rest = Arrays.stream(request.getQueryString().split("&"))
                .filter(part -> !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest);
    }
}
