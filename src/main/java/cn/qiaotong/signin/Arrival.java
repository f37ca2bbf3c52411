package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import cn.qiaotong.identity.SignInRefused;
import cn.qiaotong.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where people go who come back from Keycloak: to what they had typed, to the page they wanted, or to a plain word. */
@Component
class Arrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final People people;
    private final PostKeeper keeper;
    private final BrowserMarks marks;

    Arrival(People people, PostKeeper keeper, BrowserMarks marks) {
        this.people = people;
        this.keeper = keeper;
        this.marks = marks;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var wanted = wanted(request);
        var person = people.bySubject(authentication.getName()).orElseThrow(SignInRefused::disabled);
        marks.remember(person, response);
        Gate.redirect(response, keeper.waiting(request, person).orElse(wanted));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) {
        if (people.current().isPresent()) {
            Gate.redirect(response, wanted(request));
            return;
        }
        var code = cause instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "unknown";
        LOG.warn("A sign-in failed: {}", code.replaceAll("[^a-z_-]", "?"));
        Gate.redirect(response, cause instanceof SignInRefused ? "/sign-in/failed?reason=" + code : "/sign-in/failed");
    }

    private static String wanted(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> (String) session.getAttribute(SignInController.TO))
                .flatMap(LocalPath::of)
                .orElse("/");
    }
}
