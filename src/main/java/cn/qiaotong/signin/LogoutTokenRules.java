package cn.qiaotong.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** What a token must say before a session is ended on its word: OpenID Connect Back-Channel Logout 1.0, section 2.6. */
@Component("logoutTokenRules")
class LogoutTokenRules implements OAuth2TokenValidator<Jwt> {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final OAuth2Error REFUSED = new OAuth2Error("invalid_logout_token");

    private final Keycloak keycloak;
    private final Clock clock;

    LogoutTokenRules(Keycloak keycloak, Clock clock) {
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var good = keycloak.issuer().equals(token.getClaimAsString("iss"))
                && token.getAudience() != null
                && token.getAudience().contains(keycloak.clientId())
                && token.getSubject() != null
                && !token.hasClaim("nonce")
                && isLogout(token)
                && isFresh(token);
        return good ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(REFUSED);
    }

    private static boolean isLogout(Jwt token) {
        return token.getClaims().get("events") instanceof java.util.Map<?, ?> events && events.containsKey(EVENT);
    }

    private boolean isFresh(Jwt token) {
        var now = clock.instant();
        return within(token.getIssuedAt(), now)
                && (token.getExpiresAt() == null || token.getExpiresAt().isAfter(now));
    }

    private static boolean within(Instant issued, Instant now) {
        return issued != null && issued.isAfter(now.minus(FRESH)) && issued.isBefore(now.plus(FRESH));
    }
}
