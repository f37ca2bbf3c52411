package cn.qiaotong.signin;

import cn.qiaotong.identity.People;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps three words in the session: whose it is, since when, and the ID token as the hint for signing out. Who that person
 * is and what they may do is asked of our table for every request, and no session outlives a working day.
 */
@Component
class SessionContexts implements SecurityContextRepository {

    static final String SUBJECT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    static final String SINCE = "since";
    static final String ID_TOKEN = "id_token";

    private final People people;
    private final Clock clock;
    private final Duration longest;

    SessionContexts(People people, Clock clock, @Value("${qiaotong.session.longest:10h}") Duration longest) {
        this.people = people;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return session(holder.getRequest())
                .flatMap(this::person)
                .<SecurityContext>map(SecurityContextImpl::new)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        var authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            var session = request.getSession();
            session.setAttribute(SUBJECT, user.getSubject());
            session.setAttribute(SINCE, clock.instant().toString());
            session.setAttribute(ID_TOKEN, user.getIdToken().getTokenValue());
        } else if (!(authentication instanceof SignedInPerson)) {
            session(request).ifPresent(session -> session.removeAttribute(SUBJECT));
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return session(request).filter(s -> s.getAttribute(SUBJECT) != null).isPresent();
    }

    private Optional<SignedInPerson> person(HttpSession session) {
        if (!(session.getAttribute(SUBJECT) instanceof String subject)
                || !(session.getAttribute(SINCE) instanceof String since)
                || Instant.parse(since).plus(longest).isBefore(clock.instant())) {
            return Optional.empty();
        }
        return people.bySubject(subject)
                .map(person -> new SignedInPerson(person, (String) session.getAttribute(ID_TOKEN)));
    }

    private static Optional<HttpSession> session(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false));
    }
}
