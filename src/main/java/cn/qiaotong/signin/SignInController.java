package cn.qiaotong.signin;

import cn.qiaotong.identity.Person;
import cn.qiaotong.identity.SignInRefused;
import cn.qiaotong.web.LocalPath;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way to Keycloak and the pages for when it leads nowhere. Where to go afterwards waits in the session. */
@Controller
class SignInController {

    static final String TO = "to";
    private static final String RETRY_SECONDS = "30";
    private static final Set<String> REASONS = Set.of(SignInRefused.SEVERAL_ORGANISATIONS, SignInRefused.DISABLED);

    private final Availability keycloak;

    SignInController(Availability keycloak) {
        this.keycloak = keycloak;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> again,
            Optional<Person> person,
            HttpSession session,
            HttpServletResponse response) {
        var path = to.flatMap(LocalPath::of).orElse("/");
        return person.isPresent() && again.isEmpty()
                ? "redirect:" + path
                : leave(again.isPresent() ? "?again" : "", path, session, response);
    }

    @GetMapping("/register")
    String register(Optional<Person> person, HttpSession session, HttpServletResponse response) {
        return person.isPresent() ? "redirect:/" : leave("?create", "/", session, response);
    }

    @GetMapping("/sign-in/failed")
    String failed(@RequestParam Optional<String> reason, Model model, HttpServletResponse response) {
        var known = reason.filter(REASONS::contains);
        response.setStatus((known.isPresent() ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST).value());
        model.addAttribute("reason", known.orElse("failed"));
        return "signin/failed";
    }

    @GetMapping("/signed-out")
    String signedOut() {
        return "signin/signed-out";
    }

    private String leave(String how, String to, HttpSession session, HttpServletResponse response) {
        if (!keycloak.now()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            return "signin/unavailable";
        }
        session.setAttribute(TO, to);
        return "redirect:/oauth2/authorization/" + Keycloak.REGISTRATION + how;
    }
}
