package cn.qiaotong.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keycloak's word, from server to server, that somebody has signed out or been shut out there: all their sessions here end,
 * on every node, because sessions live in the database.
 */
@Controller
class BackChannelController {

    static final String PATH = "/logout/connect/back-channel/" + Keycloak.REGISTRATION;
    private static final Logger LOG = LoggerFactory.getLogger(BackChannelController.class);

    private final JwtDecoder logoutTokens;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    BackChannelController(JwtDecoder logoutTokens, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.logoutTokens = logoutTokens;
        this.sessions = sessions;
    }

    @PostMapping(PATH)
    ResponseEntity<Void> signedOut(@RequestParam("logout_token") String token) {
        try {
            var subject = logoutTokens.decode(token).getSubject();
            sessions.findByPrincipalName(subject).keySet().forEach(sessions::deleteById);
            return ResponseEntity.ok().build();
        } catch (JwtException refused) {
            LOG.warn("A logout token was refused");
            return ResponseEntity.badRequest().build();
        }
    }
}
