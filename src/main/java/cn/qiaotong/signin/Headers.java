package cn.qiaotong.signin;

import cn.qiaotong.web.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers that every response carries, set before anything else can answer, so that refusals and faults carry them
 * too. A page that needs other words for one of them sets it again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Headers extends OncePerRequestFilter {

    private static final List<String> STATIC = List.of("/assets/", "/vendor/", "/webjars/");

    private final Map<String, String> always = new LinkedHashMap<>();

    Headers(Site site, Keycloak keycloak) {
        // Chromium checks form-action against redirects after a POST, and signing out is one to Keycloak.
        always.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(keycloak.origin()));
        always.put("X-Content-Type-Options", "nosniff");
        always.put("X-Frame-Options", "DENY");
        always.put("Referrer-Policy", "same-origin");
        always.put("Cross-Origin-Opener-Policy", "same-origin");
        always.put("Cross-Origin-Resource-Policy", "same-origin");
        always.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        if (site.secure()) {
            always.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        apply(response);
        var path = request.getRequestURI();
        if (STATIC.stream().noneMatch(path::startsWith)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        chain.doFilter(request, response);
    }

    void apply(HttpServletResponse response) {
        always.forEach(response::setHeader);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
