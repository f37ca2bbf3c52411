package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import cn.qiaotong.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * What a request gets that may not pass: the way to sign in and back, a refusal, or, where the table of addresses has no
 * line, the same "not found" that any mistyped address gets. What was typed is kept on the way.
 */
@Component
class Gate implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Request attribute that tells the error page that a form was too old, and not that something is forbidden. */
    static final String STALE = "stale";

    private final PostKeeper keeper;
    private final People people;

    Gate(PostKeeper keeper, People people) {
        this.keeper = keeper;
        this.people = people;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (Access.lineOf(request).isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", signIn(htmxPage(request)));
        } else {
            var page = isRead(request) ? Optional.of(asked(request)) : keeper.keep(request, response);
            redirect(response, signIn(page.flatMap(LocalPath::of)));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        if (Access.lineOf(request).isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (cause instanceof CsrfException) {
            tooOld(request, response);
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    static void redirect(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }

    private void tooOld(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = keeper.keep(request, response);
        if (page.isPresent()) {
            redirect(response, people.current().isPresent() ? page.get() : signIn(page));
        } else {
            request.setAttribute(STALE, true);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static String signIn(Optional<String> to) {
        return to.map(path -> "/sign-in?to=" + UriUtils.encode(path, StandardCharsets.UTF_8))
                .orElse("/sign-in");
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Optional<String> htmxPage(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("HX-Current-URL")).flatMap(Gate::localPart);
    }

    private static Optional<String> localPart(String address) {
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            return LocalPath.of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
